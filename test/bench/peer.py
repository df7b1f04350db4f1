"""pandas and openpyxl at one job: peer.py JOB FILE TARGET."""

import sqlite3
import sys

job, path = sys.argv[1], sys.argv[2]
if job == "openpyxl-read":
    import openpyxl

    sheet = openpyxl.load_workbook(path, read_only=True).worksheets[0]
    print(sum(1 for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None))
elif job == "pandas-import":
    import pandas

    frame = pandas.read_excel(path)
    connection = sqlite3.connect(sys.argv[3])
    frame.to_sql("facts", connection, index=False)
    connection.commit()
    print(frame.size)
else:
    raise SystemExit(f"no such job: {job}")

/** An empty store: a name for the plant and a place to drop last month's files; nothing else stands before the first figures. */
import { FilePick } from '../intake/FilePick.tsx';
import { useIntake } from '../intake/intake-state.ts';

const wanted = [
  ['Production', 'output per shift and line; stops with reason and minutes'],
  ['Budget', 'budget per account and month; ledger lines or trial balance'],
  ['Staffing', 'time cards per employee and day'],
  ['Maintenance', 'work orders from the CMMS'],
] as const;

const currencies = ['USD', 'EUR', 'GBP', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'CZK', 'CAD', 'MXN', 'BRL', 'INR', 'CNY', 'JPY'] as const;

export function FirstRun() {
  const { firstPlant, namePlant } = useIntake();
  return (
    <main className="page" id="main" tabIndex={-1}>
      <div className="blank">
        <h2>Drop last month’s files here</h2>
        <p>Excel or CSV files as they come out of your systems. Each is recognized, shown with what it would change, and stored only when you commit it.</p>
        <div className="first">
          <label className="field"><span>Plant name</span><input className="input" value={firstPlant.name} placeholder="Northfield" maxLength={40} onChange={(event) => { namePlant({ ...firstPlant, name: event.target.value }); }} /></label>
          <label className="field">
            <span>Currency</span>
            <select className="input" value={firstPlant.currency} onChange={(event) => { namePlant({ ...firstPlant, currency: event.target.value }); }}>
              {currencies.map((code) => <option key={code}>{code}</option>)}
            </select>
          </label>
        </div>
        <FilePick label="Choose files…" isPrimary />
        <table className="t" style={{ maxWidth: 560, textAlign: 'left' }}>
          <caption className="unseen">Files that fill the pages</caption>
          <thead><tr><th scope="col">Page</th><th scope="col">Files that fill it</th></tr></thead>
          <tbody>{wanted.map(([page, files]) => <tr key={page}><th scope="row">{page}</th><td>{files}</td></tr>)}</tbody>
        </table>
      </div>
    </main>
  );
}

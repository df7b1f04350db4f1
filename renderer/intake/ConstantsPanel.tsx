/** What no column holds and every row needs: typed, or taken from a cell above the head, the sheet's name or the file's. */
import { useState } from 'react';
import { cellAddress } from '../../shared/intake/cells.ts';
import type { ConstantSource, TablePlan, TableReport } from '../../shared/intake/interpretation.ts';
import type { DatasetFields } from '../api.ts';
import { openGroups } from './field-options.ts';
import { withConstant, withSource } from './table-plan.ts';

interface Props {
  report: TableReport;
  fileName: string;
  plan: TablePlan;
  dataset: DatasetFields;
  onChange: (plan: TablePlan) => void;
}

export function ConstantsPanel({ report, fileName, plan, dataset, onChange }: Props) {
  const [added, setAdded] = useState<readonly string[]>([]);
  const open = openGroups(plan, dataset).map((names) => names[0] ?? '');
  const stated = [...Object.keys(plan.constants), ...Object.keys(plan.constantsFrom ?? {})];
  const shown = [...new Set([...stated, ...open, ...added])];
  const rest = dataset.fields.filter(({ name }) => !shown.includes(name));
  const sources = sourcesOf(report, fileName, plan.headerRow);
  return (
    <div className="grp">
      <h2>The same for all rows</h2>
      {open.length > 0 && <p className="dim">No column holds these yet: map one, or give one value for the whole table.</p>}
      {shown.map((name) => (
        <Constant
          key={`${name} ${JSON.stringify(plan.constantsFrom?.[name] ?? plan.constants[name] ?? '')}`}
          name={name}
          label={labelOf(dataset, name)}
          isDate={dataset.fields.find((field) => field.name === name)?.type === 'date'}
          plan={plan}
          sources={sources}
          found={report.stated?.find(({ field }) => field === name)}
          onChange={onChange}
        />
      ))}
      <select
        className="input"
        aria-label="One more value for all rows"
        value=""
        onChange={(event) => {
          setAdded([...added, event.target.value]);
        }}
      >
        <option value="">one more value…</option>
        {rest.map(({ name, label }) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

interface ConstantProps {
  name: string;
  label: string;
  isDate: boolean;
  plan: TablePlan;
  sources: readonly NamedSource[];
  /** What the last look made of it. */
  found: NonNullable<TableReport['stated']>[number] | undefined;
  onChange: (plan: TablePlan) => void;
}

function Constant({ name, label, isDate, plan, sources, found, onChange }: ConstantProps) {
  const source = plan.constantsFrom?.[name];
  const typed = plan.constants[name] ?? '';
  const [isAfter, setAfter] = useState(source?.from === 'title');
  const chosen = source ? sources.find((one) => isSame(one.source, source)) : undefined;
  return (
    <div className="stated">
      <span>{label}</span>
      <select
        className="input"
        aria-label={`Where ${label} comes from`}
        value={isAfter ? 'after' : source ? JSON.stringify(source) : 'typed'}
        onChange={(event) => {
          setAfter(event.target.value === 'after');
          if (event.target.value === 'after') return;
          const next = sources.find((one) => JSON.stringify(one.source) === event.target.value);
          onChange(next ? withSource(plan, name, next.source) : withConstant(plan, name, ''));
        }}
      >
        <option value="typed">typed here</option>
        <option value="after">the text after a label…</option>
        {source && !chosen && !isAfter && <option value={JSON.stringify(source)}>{unlistedSource(source)}</option>}
        {sources.map((one) => (
          <option key={JSON.stringify(one.source)} value={JSON.stringify(one.source)}>
            {one.label}: {one.text}
          </option>
        ))}
      </select>
      {isAfter && (
        <Typed
          label={`Label that ${label} stands after`}
          placeholder="such as Period"
          given={source?.from === 'title' ? source.after : ''}
          onText={(after) => {
            onChange(after === '' ? withConstant(plan, name, '') : withSource(plan, name, { from: 'title', after }));
          }}
        />
      )}
      {!isAfter && source && (
        <span className="mono" title={chosen?.text}>
          {chosen?.text ?? ''}
        </span>
      )}
      {!isAfter && !source && (
        <Typed
          label={`${label} of every row`}
          placeholder={isDate ? '2026-10-31' : ''}
          given={typed}
          onText={(text) => {
            onChange(withConstant(plan, name, text));
          }}
        />
      )}
      {found && found.parsed !== null && <b>→ {found.parsed}</b>}
      {found?.parsed === null && source && found.from && isSame(found.from, source) && <b className="warn">{unread(found.raw, source)}</b>}
    </div>
  );
}

function unread(raw: string, source: ConstantSource): string {
  if (raw === '')
    return source.from === 'title'
      ? `Nothing stands after “${source.after}” above the head: try another label.`
      : 'Nothing stands there: choose another place.';
  return `“${raw}” does not say it: choose another place, or type it.`;
}

interface TypedProps {
  label: string;
  placeholder: string;
  given: string;
  onText: (text: string) => void;
}

/** A text that counts when it is finished: with Enter, or when the box is left. */
function Typed({ label, placeholder, given, onText }: TypedProps) {
  const [text, setText] = useState(given);
  const take = () => {
    if (text.trim() !== given) onText(text.trim());
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <input
        className="input"
        type="text"
        aria-label={label}
        placeholder={placeholder}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
        onBlur={take}
      />
    </form>
  );
}

interface NamedSource {
  source: ConstantSource;
  label: string;
  text: string;
}

function isSame(a: ConstantSource, b: ConstantSource): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

const mostCells = 24;

function sourcesOf(report: TableReport, fileName: string, headerRow: number): NamedSource[] {
  const above = report.sample.filter(({ row }) => row < headerRow);
  const cells = above.flatMap(({ row, cells: texts }) =>
    texts.flatMap((text, index) =>
      text.trim() === '' ? [] : [{ source: { from: 'cell' as const, row, column: index + 1 }, label: cellAddress(row, index + 1), text }],
    ),
  );
  return [
    ...labelled(above),
    ...cells.slice(-mostCells),
    ...(report.sheetName === '' ? [] : [{ source: { from: 'sheet-name' as const }, label: 'sheet name', text: report.sheetName }]),
    { source: { from: 'file-name' as const }, label: 'file name', text: fileName },
  ];
}

// “Period: October 2026” in one cell, or “Period:” in one and the value in the next: found again wherever it stands in the next file.
function labelled(above: readonly { cells: readonly string[] }[]): NamedSource[] {
  return above.flatMap(({ cells }) =>
    cells.flatMap((cell, index) => {
      const [, label = '', rest = ''] = /^\s*(\p{L}[^:]{0,39}?)\s*:\s*(.*)$/u.exec(cell) ?? [];
      const text = rest !== '' ? rest : (cells.slice(index + 1).find((one) => one.trim() !== '') ?? '');
      return label === '' || text === '' ? [] : [{ source: { from: 'title' as const, after: label }, label: `after “${label}”`, text }];
    }),
  );
}

function unlistedSource(source: ConstantSource): string {
  switch (source.from) {
    case 'cell':
      return `cell ${cellAddress(source.row, source.column)}`;
    case 'title':
      return `what follows “${source.after}”`;
    case 'sheet-name':
      return 'sheet name';
    case 'file-name':
      return 'file name';
  }
}

function labelOf(dataset: DatasetFields, name: string): string {
  const alternatives = dataset.required.find((names) => names[0] === name) ?? [name];
  return alternatives.map((one) => dataset.fields.find((field) => field.name === one)?.label ?? one).join(' or ');
}

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
          parsed={report.stated?.find(({ field }) => field === name)?.parsed ?? null}
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
  parsed: string | null;
  onChange: (plan: TablePlan) => void;
}

function Constant({ name, label, isDate, plan, sources, parsed, onChange }: ConstantProps) {
  const source = plan.constantsFrom?.[name];
  const typed = plan.constants[name] ?? '';
  const [text, setText] = useState(typed);
  const chosen = source ? sources.find((one) => JSON.stringify(one.source) === JSON.stringify(source)) : undefined;
  const take = () => {
    if (text.trim() !== typed) onChange(withConstant(plan, name, text.trim()));
  };
  return (
    <form
      className="stated"
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <span>{label}</span>
      <select
        className="input"
        aria-label={`Where ${label} comes from`}
        value={source ? JSON.stringify(source) : 'typed'}
        onChange={(event) => {
          const next = sources.find((one) => JSON.stringify(one.source) === event.target.value);
          onChange(next ? withSource(plan, name, next.source) : withConstant(plan, name, ''));
        }}
      >
        <option value="typed">typed here</option>
        {source && !chosen && <option value={JSON.stringify(source)}>{unlistedSource(source)}</option>}
        {sources.map((one) => (
          <option key={JSON.stringify(one.source)} value={JSON.stringify(one.source)}>
            {one.label}: {one.text}
          </option>
        ))}
      </select>
      {source ? (
        <span className="mono" title={chosen?.text}>
          {chosen?.text ?? ''}
        </span>
      ) : (
        <input
          className="input"
          type="text"
          aria-label={`${label} of every row`}
          placeholder={isDate ? '2026-10-31' : ''}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
          onBlur={take}
        />
      )}
      {parsed !== null && <b>→ {parsed}</b>}
    </form>
  );
}

interface NamedSource {
  source: ConstantSource;
  label: string;
  text: string;
}

const mostCells = 24;

function sourcesOf(report: TableReport, fileName: string, headerRow: number): NamedSource[] {
  const cells = report.sample
    .filter(({ row }) => row < headerRow)
    .flatMap(({ row, cells: texts }) =>
      texts.flatMap((text, index) =>
        text.trim() === '' ? [] : [{ source: { from: 'cell' as const, row, column: index + 1 }, label: cellAddress(row, index + 1), text }],
      ),
    )
    .slice(-mostCells);
  return [
    ...cells,
    ...(report.sheetName === '' ? [] : [{ source: { from: 'sheet-name' as const }, label: 'sheet name', text: report.sheetName }]),
    { source: { from: 'file-name' as const }, label: 'file name', text: fileName },
  ];
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

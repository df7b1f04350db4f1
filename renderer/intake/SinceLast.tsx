import type { TableReport } from '../../shared/intake/interpretation.ts';

/** What changed in the head since the profile's last file: a new export often starts with a renamed column. */
export function SinceLast({ changes }: { changes: NonNullable<TableReport['sinceLast']> }) {
  const lines = [
    ...changes.renamed.map(({ from, to }) => ({ tone: 'w', what: 'renamed', text: `${from} → ${to}` })),
    ...changes.missing.map((text) => ({ tone: 'u', what: 'missing', text })),
    ...changes.added.map((text) => ({ tone: 'b', what: 'new', text })),
  ];
  if (lines.length === 0) return null;
  return (
    <div className="grp">
      <h2>Columns since {changes.file}</h2>
      <ul>
        {lines.map(({ tone, what, text }) => (
          <li key={`${what} ${text}`}>
            <span className={`chip ${tone}`}>{what}</span> {text}
          </li>
        ))}
      </ul>
    </div>
  );
}

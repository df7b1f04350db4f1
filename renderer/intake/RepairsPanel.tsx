/** Problems grouped by the repair they need; what a word or a value means is answered here, once for the whole column. */
import { useId, useRef, useState, type ReactNode } from 'react';
import { issueCodes, type IssueCode } from '../../shared/intake/issues.ts';
import type { TablePlan, TableReport } from '../../shared/intake/interpretation.ts';
import { columnLetter } from '../../shared/intake/cells.ts';
import type { Problem } from '../../shared/intake/result.ts';
import type { DatasetFields } from '../api.ts';
import { countOf, formatNumber } from '../ui/format.ts';
import { FieldCombobox } from './FieldCombobox.tsx';
import { withSentinel, withWord } from './table-plan.ts';

interface Props {
  report: TableReport;
  dataset: DatasetFields | undefined;
  plan: TablePlan;
  onChange: (plan: TablePlan) => void;
}

export function RepairsPanel({ report, dataset, plan, onChange }: Props) {
  const codes = Object.keys(report.problemCounts).filter((code) => (report.problemCounts[code] ?? 0) > 0);
  const errors = codes.filter((code) => severityOf(code, report) === 'error');
  const ordered = [...errors, ...codes.filter((code) => !errors.includes(code))];
  const examples = ordered.map((code) => ({
    code,
    example: exampleOf(report.problems.filter((problem) => problem.code === code && problem.fix !== report.fault?.message)),
  }));
  return (
    <div className="grp">
      <div className="sec">
        <h2>Problems by repair</h2>
        <span className="cap r">
          {ordered.length === 0 ? (report.fault ? '' : 'none') : `${countOf(report.rows.rejected, 'row')} rejected, ${countOf(ordered.length, 'repair')}`}
        </span>
      </div>
      {report.fault && !isToldBelow(report) && <p className={report.status === 'refused' ? 'U' : 'warn'}>{report.fault.message}</p>}
      <ul className="repairs">
        {examples.map(({ code, example }) => (
          <li key={code}>
            <i className={`severity ${severityOf(code, report)}`} role="img" aria-label={severityOf(code, report)} />
            <div>
              <b>{code === 'unsure-dataset' ? (plan.dataset === '' ? 'The kind of data is not known' : 'Is this the right kind of data?') : titleOf(code)}</b>
              <span className="dim">
                {report.problemCounts[code] === 1 && example === '' ? '' : countOf(report.problemCounts[code] ?? 0, 'place')}
                {example}
              </span>
              {answersFor(code, { report, dataset, plan, onChange })}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

function answersFor(code: string, { report, dataset, plan, onChange }: Props): ReactNode {
  switch (code) {
    case 'unknown-word':
      return report.unknownWords.map((unknown) => (
        <div className="answer" key={`${unknown.field} ${unknown.text}`}>
          <span>
            <span className="mono">{unknown.text}</span> {countOf(unknown.count, 'row')}
          </span>
          <WordPick
            text={unknown.text}
            words={dataset?.fields.find((field) => field.name === unknown.field)?.words ?? []}
            onWord={(word) => {
              onChange(withWord(plan, { field: unknown.field, text: unknown.text, word }));
            }}
          />
        </div>
      ));
    case 'sentinel':
      return report.sentinels.map((found) => (
        <div className="answer" key={`${String(found.column)} ${found.text}`}>
          <span>
            <span className="mono">{found.text}</span> column {columnLetter(found.column)}, {countOf(found.count, 'row')}
          </span>
          <span>
            <button
              type="button"
              className="btn"
              onClick={() => {
                onChange(withSentinel(plan, found.text, 'missing'));
              }}
            >
              Missing
            </button>{' '}
            {/\d/u.test(found.text) && (
              <button
                type="button"
                className="btn"
                onClick={() => {
                  onChange(withSentinel(plan, found.text, 'real'));
                }}
              >
                Real value
              </button>
            )}
          </span>
        </div>
      ));
    case 'unsure-dataset':
      if (plan.dataset === '') return <span className="dim">Choose it above, in the list on the left, or with the key K.</span>;
      return <Choice says={`${dataset?.label ?? plan.dataset}, with the fields over the columns`} answers={[['Confirm', { ...plan }]]} onTake={onChange} />;
    case 'exact-duplicates':
      if (report.status !== 'needs-mapping') return null;
      return <Choice says="All of these rows count" answers={[['Confirm', { ...plan }]]} onTake={onChange} />;
    case 'ambiguous-dates':
      return (
        <Choice
          says="In this file the first number is the"
          answers={[
            ['Day', { ...plan, dateOrder: 'day-first' }],
            ['Month', { ...plan, dateOrder: 'month-first' }],
          ]}
          onTake={onChange}
        />
      );
    case 'ambiguous-numbers':
      return (
        <Choice
          says="Decimals stand after a"
          answers={[
            ['Point', { ...plan, decimal: '.' }],
            ['Comma', { ...plan, decimal: ',' }],
          ]}
          onTake={onChange}
        />
      );
    case 'not-a-date':
    case 'not-a-number':
    case 'not-a-duration':
      // where most rows are misread the column or its reading is wrong, not its gaps
      if ((report.problemCounts[code] ?? 0) * 2 > report.rows.read) return null;
      return textsOf(report.problems.filter((problem) => problem.code === code)).map(({ text, count }) => (
        <div className="answer" key={text}>
          <span>
            <span className="mono">{text}</span> {countOf(count, 'row')}
          </span>
          <button
            type="button"
            className="btn"
            onClick={() => {
              onChange(withSentinel(plan, text, 'missing'));
            }}
          >
            Means missing
          </button>
        </div>
      ));
    default:
      return null;
  }
}

/** The texts behind a problem, most frequent first: one answer mends all their rows. */
function textsOf(problems: readonly Problem[]): { text: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { found } of problems) if (found !== '') counts.set(found, (counts.get(found) ?? 0) + 1);
  return [...counts]
    .map(([text, count]) => ({ text, count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, 4);
}

function WordPick({ text, words, onWord }: { text: string; words: readonly string[]; onWord: (word: string) => void }) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  return (
    <>
      <button
        ref={button}
        id={id}
        type="button"
        className="btn"
        aria-haspopup="listbox"
        aria-label={`What “${text}” means`}
        onClick={() => {
          setOpen(true);
        }}
      >
        means…
      </button>
      {isOpen && (
        <FieldCombobox
          label={`What “${text}” means`}
          beside={id}
          options={words.map((word) => ({ value: word, label: word, hint: '' }))}
          onPick={(word) => {
            setOpen(false);
            onWord(word);
          }}
          onClose={() => {
            setOpen(false);
            button.current?.focus();
          }}
        />
      )}
    </>
  );
}

// A question with an example of its own below needs no sentence above it.
function isToldBelow(report: TableReport): boolean {
  const { fault } = report;
  return (
    fault !== null &&
    report.problems.some(({ fix, found }) => fix !== '' && fix !== fault.message && found !== '' && fault.message.endsWith(`found “${found}”. ${fix}`))
  );
}

function severityOf(code: string, report: TableReport): 'error' | 'warning' {
  return isIssueCode(code) ? issueCodes[code].severity : (report.problems.find((problem) => problem.code === code)?.severity ?? 'warning');
}

function titleOf(code: string): string {
  return isIssueCode(code) ? issueCodes[code].title : code;
}

function isIssueCode(code: string): code is IssueCode {
  return Object.hasOwn(issueCodes, code);
}

function exampleOf(problems: readonly Problem[]): string {
  const [first] = problems;
  if (!first) return '';
  const place = first.cell ?? (first.row === null ? '' : `row ${formatNumber(first.row, 0)}`);
  const found = first.found === '' ? '' : ` “${first.found}”`;
  return `${place === '' && found === '' ? '' : `: ${place}${found}`}. ${first.fix}`;
}

/** A sentence and the answers that end it: each is the plan it leads to. */
function Choice({ says, answers, onTake }: { says: string; answers: readonly (readonly [string, TablePlan])[]; onTake: (plan: TablePlan) => void }) {
  return (
    <div className="answer">
      <span>{says}</span>
      <span className="tools">
        {answers.map(([label, plan]) => (
          <button
            key={label}
            type="button"
            className="btn"
            onClick={() => {
              onTake(plan);
            }}
          >
            {label}
          </button>
        ))}
      </span>
    </div>
  );
}

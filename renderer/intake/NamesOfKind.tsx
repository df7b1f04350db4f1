/** The waiting names of one kind: a row each, its suggestions as buttons. What is ticked is answered together. */
import { useEffect, useRef, useState } from 'react';
import type { WaitingKind, WaitingName } from '../api.ts';
import { countOf, formatNumber } from '../ui/format.ts';
import { kindWords, nameId, type NameAnswer } from './name-answers.ts';
import { OtherName } from './OtherName.tsx';

type Asked = readonly Pick<WaitingName, 'text' | 'source'>[];

interface Props {
  waiting: WaitingKind;
  plant: string;
  isBusy: boolean;
  onAnswer: (names: Asked, answer: NameAnswer) => void;
}

const firstNames = 100;

export function NamesOfKind({ waiting, plant, isBusy, onAnswer }: Props) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState<string | null>(null);
  const [isWhole, setWhole] = useState(false);
  const table = useNextInHand(waiting.names.length);
  const { one, many } = kindWords[waiting.kind];
  const shown = isWhole ? waiting.names : waiting.names.slice(0, firstNames);
  const chosen = waiting.names.filter((name) => ticked.has(nameId(name)));
  const tick = (names: Asked, on: boolean) => {
    const next = new Set(ticked);
    for (const name of names)
      if (on) next.add(nameId(name));
      else next.delete(nameId(name));
    setTicked(next);
  };
  // a ticked name is answered with the others ticked, any other alone
  const answer = (name: WaitingName, given: NameAnswer) => {
    setOpened(null);
    onAnswer(ticked.has(nameId(name)) ? chosen : [name], given);
    setTicked(new Set());
  };
  return (
    <section className="blk names" aria-label={`Waiting ${many.toLowerCase()}`}>
      <div className="sec">
        <h2>{many}</h2>
        <span className="cap">
          {countOf(waiting.names.length, 'name')} in {countOf(waiting.rows, 'row')}; {formatNumber(waiting.known, 0)} known
        </span>
        {chosen.length > 0 && (
          <span className="r cap" role="status">
            {formatNumber(chosen.length, 0)} ticked: one answer holds for all of them
          </span>
        )}
      </div>
      {waiting.clusters.length > 0 && (
        <ul className="clusters" aria-label={`${many} that look like one`}>
          {waiting.clusters.map((texts) => (
            <li key={texts.join('\n')}>
              <span className="dim">Look like one {one}:</span> {texts.map((text) => `“${text}”`).join(', ')}{' '}
              <button
                type="button"
                className="btn s"
                onClick={() => {
                  tick(
                    waiting.names.filter((name) => texts.includes(name.text)),
                    true,
                  );
                }}
              >
                Tick all {formatNumber(texts.length, 0)}
              </button>
            </li>
          ))}
        </ul>
      )}
      <table className="t" ref={table}>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">Answer together</span>
            </th>
            <th scope="col">Name</th>
            <th scope="col">Source</th>
            <th scope="col">Stands in</th>
            <th scope="col" className="num">
              Rows
            </th>
            <th scope="col" className="num">
              Sum
            </th>
            <th scope="col">First file</th>
            <th scope="col">It is</th>
            <th scope="col">
              <span className="unseen">Or</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((name) => (
            <NameRow
              key={nameId(name)}
              name={name}
              isTicked={ticked.has(nameId(name))}
              isBusy={isBusy}
              onTick={(on) => {
                tick([name], on);
              }}
              onAnswer={(given) => {
                answer(name, given);
              }}
              other={
                opened === nameId(name) ? (
                  <OtherName
                    kind={waiting.kind}
                    plant={plant}
                    text={name.text}
                    isBusy={isBusy}
                    onAnswer={(given) => {
                      answer(name, given);
                    }}
                    onClose={() => {
                      setOpened(null);
                    }}
                  />
                ) : null
              }
              onOther={() => {
                setOpened(nameId(name));
              }}
            />
          ))}
        </tbody>
      </table>
      {shown.length < waiting.names.length && (
        <button
          type="button"
          className="btn s"
          onClick={() => {
            setWhole(true);
          }}
        >
          {countOf(waiting.names.length - shown.length, 'further name')}
        </button>
      )}
    </section>
  );
}

// An answered row is gone, and the focus with it: the row that took its place gets it.
function useNextInHand(count: number) {
  const table = useRef<HTMLTableElement>(null);
  const row = useRef(0);
  useEffect(() => {
    const body = table.current?.tBodies[0];
    if (!body) return;
    const remember = (event: FocusEvent) => {
      const at = [...body.rows].findIndex((candidate) => event.target instanceof Node && candidate.contains(event.target));
      if (at >= 0) row.current = at;
    };
    body.addEventListener('focusin', remember);
    return () => {
      body.removeEventListener('focusin', remember);
    };
  }, []);
  useEffect(() => {
    const rows = table.current?.tBodies[0]?.rows;
    if (!rows || document.activeElement !== document.body) return;
    rows[Math.min(row.current, rows.length - 1)]?.querySelector('button')?.focus();
  }, [count]);
  return table;
}

interface RowProps {
  name: WaitingName;
  isTicked: boolean;
  isBusy: boolean;
  other: React.ReactNode;
  onTick: (on: boolean) => void;
  onAnswer: (answer: NameAnswer) => void;
  onOther: () => void;
}

function NameRow({ name, isTicked, isBusy, other, onTick, onAnswer, onOther }: RowProps) {
  const { measure } = name;
  const act = (label: string, does: () => void, title: string) => (
    <button type="button" className="btn s" disabled={isBusy} title={title} aria-label={`${label}: “${name.text}”`} onClick={does}>
      {label}
    </button>
  );
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          checked={isTicked}
          aria-label={`Answer “${name.text}” together with others`}
          onChange={(event) => {
            onTick(event.target.checked);
          }}
        />
      </td>
      <th scope="row">
        <span className="mono">{name.text}</span>
      </th>
      <td>{name.source === '' ? <span className="dim">files</span> : name.source}</td>
      <td>{name.datasets.join(', ')}</td>
      <td className="num">{formatNumber(name.rows, 0)}</td>
      <td className="num">
        {measure && (
          <span title={measure.label}>
            {formatNumber(measure.value, Number.isInteger(measure.value) ? 0 : 2)} {measure.unit}
          </span>
        )}
      </td>
      <td className="file" title={name.firstFile}>
        {name.firstFile}
      </td>
      {other ? (
        <td colSpan={2}>{other}</td>
      ) : (
        <>
          <td>
            <span className="acts">
              {name.suggestions.map((suggestion) => (
                <button
                  key={suggestion.code}
                  type="button"
                  className="btn"
                  disabled={isBusy}
                  title={`${suggestion.why}, ${formatNumber(suggestion.score * 100, 0)} % alike`}
                  aria-label={`“${name.text}” is ${suggestion.code}${suggestion.name === null ? '' : ` ${suggestion.name}`}: ${suggestion.why}`}
                  onClick={() => {
                    onAnswer({ is: suggestion.code });
                  }}
                >
                  {suggestion.code}
                  {suggestion.name !== null && <span className="dim"> {suggestion.name}</span>}
                </button>
              ))}
              {name.suggestions.length === 0 && <span className="dim">nothing alike</span>}
            </span>
          </td>
          <td>
            <span className="acts">
              {act('Another…', onOther, 'Choose one of the known names, from a day on if need be')}
              {act(
                'New name',
                () => {
                  onAnswer('new');
                },
                'Its rows count under this name from now on',
              )}
              {act(
                'Ignore always',
                () => {
                  onAnswer('ignore');
                },
                'Its rows stay Unassigned, and it is no longer asked',
              )}
            </span>
          </td>
        </>
      )}
    </tr>
  );
}

/** An empty store: a name for the plant and a place to drop last month's files, or the demo plant; nothing else stands before the first figures. */
import { useLocation } from 'wouter';
import { FilePick } from '../intake/FilePick.tsx';
import { useIntake } from '../intake/intake-state.ts';
import { countOf, formatNumber } from '../ui/format.ts';
import { fillDemo, leaveDemo, stopDemo, useDemoJob } from './demo-job.ts';
import { FaultNotice, Progress } from './Notice.tsx';

const wanted = [
  ['Production', 'output per shift and line; stops with reason and minutes'],
  ['Budget', 'budget per account and month; ledger lines or trial balance'],
  ['Staffing', 'time cards per employee and day'],
  ['Maintenance', 'work orders from the CMMS'],
] as const;

const currencies = ['USD', 'EUR', 'GBP', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'CZK', 'CAD', 'MXN', 'BRL', 'INR', 'CNY', 'JPY'] as const;

export function FirstRun() {
  const phase = useDemoJob((state) => state.phase);
  const [, goTo] = useLocation();
  return (
    <main className="page" id="main" tabIndex={-1}>
      <div className="blank">
        {phase === 'idle' ? (
          <FirstFiles
            onDemo={() => {
              void fillDemo().then((isFilled) => {
                if (isFilled) goTo('/');
              });
            }}
          />
        ) : (
          <DemoFilling
            onLeave={() => {
              leaveDemo();
              goTo('/intake');
            }}
          />
        )}
      </div>
    </main>
  );
}

function FirstFiles({ onDemo }: { onDemo: () => void }) {
  const { firstPlant, namePlant } = useIntake();
  return (
    <>
      <h2>Drop last month’s files here</h2>
      <p>Excel or CSV files as they come out of your systems. Each is recognized, shown with what it would change, and stored only when you commit it.</p>
      <div className="first">
        <label className="field">
          <span>Plant name</span>
          <input
            className="input"
            value={firstPlant.name}
            placeholder="Northfield"
            maxLength={40}
            onChange={(event) => {
              namePlant({ ...firstPlant, name: event.target.value });
            }}
          />
        </label>
        <label className="field">
          <span>Currency</span>
          <select
            className="input"
            value={firstPlant.currency}
            onChange={(event) => {
              namePlant({ ...firstPlant, currency: event.target.value });
            }}
          >
            {currencies.map((code) => (
              <option key={code}>{code}</option>
            ))}
          </select>
        </label>
      </div>
      <FilePick label="Choose files…" isPrimary />
      <table className="t" style={{ maxWidth: 560, textAlign: 'left' }}>
        <caption className="unseen">Files that fill the pages</caption>
        <thead>
          <tr>
            <th scope="col">Page</th>
            <th scope="col">Files that fill it</th>
          </tr>
        </thead>
        <tbody>
          {wanted.map(([page, files]) => (
            <tr key={page}>
              <th scope="row">{page}</th>
              <td>{files}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>No files at hand? The demo plant has every page filled; it takes about a minute.</p>
      <button type="button" className="btn lgb" onClick={onDemo}>
        Open the demo plant
      </button>
    </>
  );
}

function DemoFilling({ onLeave }: { onLeave: () => void }) {
  const { phase, file, done, total, fault } = useDemoJob();
  const count = `${formatNumber(done, 0)} of ${countOf(total, 'file')}`;
  if (phase === 'running') {
    return (
      <>
        <h2>The demo plant’s files are coming in</h2>
        <div className="demo-bar">
          <Progress label={total === 0 ? 'Starting' : `${count} · ${file}`} done={done} total={total} />
        </div>
        <button type="button" className="btn" onClick={stopDemo}>
          Cancel
        </button>
      </>
    );
  }
  return (
    <>
      <h2>The demo plant is not complete</h2>
      {fault && <FaultNotice error={fault} onRetry={null} />}
      <p>{total === 0 ? 'None of its files came in.' : `${count} came in; Intake lists them, and each can be taken back.`}</p>
      <button type="button" className="btn p lgb" onClick={onLeave}>
        Go on
      </button>
    </>
  );
}

/** Packs: make the monthly pack of the period, and find those that were made. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { addMonths, monthStart } from '../../shared/kit/iso-date.ts';
import { capabilitiesQuery, desktopVerb, fetchPackFile, noCapabilities, trpc, type Capabilities, type PackEntry, type PackFormat } from '../api.ts';
import type { PageProps } from '../app/page-props.ts';
import { FaultNotice, Progress } from '../app/Notice.tsx';
import { Sources } from '../app/Sources.tsx';
import { formatBytes, formatInstant, formatMonth } from '../ui/format.ts';
import { saveFile } from '../ui/save-file.ts';
import { cancelPack, makePack, usePackJob } from './pack-job.ts';

const formats = [
  ['pdf', 'PDF'],
  ['xlsx', 'Excel workbook'],
  ['eml', 'e-mail draft'],
] as const satisfies readonly (readonly [PackFormat, string])[];

export default function PacksPage({ scope, period }: PageProps) {
  const plant = scope.plant?.code;
  const packs = useQuery(trpc.packs.list.queryOptions(plant === undefined ? {} : { plant }));
  const capabilities = useQuery(capabilitiesQuery);
  const closed = scope.today < period.to ? addMonths(monthStart(scope.today), -1) : monthStart(period.to);
  const [month, setMonth] = useState(closed.slice(0, 7));
  const [wanted, setWanted] = useState<readonly PackFormat[]>(['pdf', 'xlsx', 'eml']);
  const job = usePackJob();
  const months = Array.from({ length: 25 }, (_, back) => addMonths(monthStart(scope.today), -back).slice(0, 7));
  return (
    <main className="page settings" id="main" tabIndex={-1}>
      <div className="head">
        <h1>Packs</h1>
        <span className="sub">The month’s report as PDF, workbook and e-mail draft, with the same figures as the screen</span>
      </div>
      <form
        className="blk"
        onSubmit={(event) => {
          event.preventDefault();
          void makePack({ period: month, formats: [...wanted], ...(plant !== undefined && { plant }) });
        }}
      >
        <div className="form">
          <label className="field">
            <span>Month</span>
            <select
              className="input"
              value={month}
              onChange={(event) => {
                setMonth(event.target.value);
              }}
            >
              {[...new Set([month, ...months])].map((one) => (
                <option key={one} value={one}>
                  {formatMonth(`${one}-01`)}
                </option>
              ))}
            </select>
          </label>
          <fieldset className="formats">
            <legend className="unseen">Files</legend>
            {formats.map(([format, label]) => (
              <label key={format}>
                <input
                  type="checkbox"
                  checked={wanted.includes(format)}
                  onChange={(event) => {
                    setWanted(event.target.checked ? [...wanted, format] : wanted.filter((one) => one !== format));
                  }}
                />{' '}
                {label}
              </label>
            ))}
          </fieldset>
          <button type="submit" className="btn p lgb" disabled={wanted.length === 0 || job.isRunning}>
            Make the monthly pack
          </button>
          {job.isRunning && (
            <button type="button" className="btn lgb" onClick={cancelPack}>
              Cancel
            </button>
          )}
        </div>
        {job.isRunning && <Progress label={`Making: ${job.step}`} done={job.done} total={job.total} />}
        {job.fault && <FaultNotice error={job.fault} onRetry={null} />}
        {job.made !== null && !job.isRunning && (
          <p role="status" className="F">
            Made: version {job.made.version}, {job.made.files.length} files. They are at the top of the list.
          </p>
        )}
      </form>
      {scope.freshness.length > 0 && <Sources title="What it would stand on" sources={scope.freshness} />}
      {packs.error && (
        <FaultNotice
          error={packs.error}
          onRetry={() => {
            void packs.refetch();
          }}
        />
      )}
      {packs.data && <PackList packs={packs.data} can={capabilities.data ?? noCapabilities} />}
    </main>
  );
}

function PackList({ packs, can }: { packs: readonly PackEntry[]; can: Capabilities }) {
  const [failure, setFailure] = useState<unknown>(null);
  const attempt = (work: () => Promise<void>) => {
    setFailure(null);
    void work().catch(setFailure);
  };
  if (packs.length === 0) return <p className="dim">No packs yet. The first one takes a few seconds.</p>;
  return (
    <section className="blk" aria-label="Packs made">
      <h2>Made so far</h2>
      {failure !== null && <FaultNotice error={failure} onRetry={null} />}
      <table className="t">
        <thead>
          <tr>
            <th scope="col">Period</th>
            <th scope="col">Version</th>
            <th scope="col">Made</th>
            <th scope="col">File</th>
            <th scope="col" className="num">
              Size
            </th>
            <th scope="col">
              <span className="unseen">What to do with it</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {packs.flatMap((pack) =>
            pack.files.map((file, index) => (
              <tr key={`${String(pack.id)} ${file.name}`}>
                <td>{index === 0 && <b>{formatMonth(`${pack.period}-01`)}</b>}</td>
                <td>{index === 0 && pack.version}</td>
                <td>{index === 0 && formatInstant(pack.madeAt)}</td>
                <td>{file.name}</td>
                <td className="num">{formatBytes(file.size)}</td>
                <td className="num">
                  {can.saveAs ? (
                    <button
                      type="button"
                      className="btn s"
                      onClick={() => {
                        attempt(() => desktopVerb('saveAs', { pack: pack.id, name: file.name }));
                      }}
                    >
                      Save as…
                    </button>
                  ) : (
                    <button
                      type="button"
                      className="btn s"
                      onClick={() => {
                        attempt(() => download(pack, file.name));
                      }}
                    >
                      Download
                    </button>
                  )}
                  {can.reveal && (
                    <button
                      type="button"
                      className="btn s"
                      onClick={() => {
                        attempt(() => desktopVerb('reveal', { pack: pack.id, name: file.name }));
                      }}
                    >
                      Show in folder
                    </button>
                  )}
                  {can.openDraft && file.name.endsWith('.eml') && (
                    <button
                      type="button"
                      className="btn s"
                      onClick={() => {
                        attempt(() => desktopVerb('openDraft', { pack: pack.id, name: file.name }));
                      }}
                    >
                      Open the draft
                    </button>
                  )}
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </section>
  );
}

async function download(pack: PackEntry, name: string): Promise<void> {
  saveFile(name, await fetchPackFile(pack.id, name));
}

/** Files of watched folders that could not be taken without the user: each with its reason and one click to go on. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { queryClient, trpc, type ArrivedFile } from '../api.ts';
import { FaultNotice } from '../app/Notice.tsx';
import { countOf, formatBytes, formatInstant } from '../ui/format.ts';
import { tabPath } from './intake-tabs.ts';
import { openArrived } from './watch-jobs.ts';

const refresh = { onSuccess: () => queryClient.invalidateQueries() };

/** Draws nothing while nothing waits. */
export function WatchArrived() {
  const arrived = useQuery(trpc.watch.arrived.queryOptions({}));
  const leaveOut = useMutation(trpc.watch.leaveOut.mutationOptions(refresh));
  const retry = useMutation(trpc.watch.retry.mutationOptions(refresh));
  const [, goTo] = useLocation();
  const open = useMutation({
    mutationFn: openArrived,
    onSuccess: () => {
      goTo(tabPath('import'));
    },
  });
  const files = arrived.data ?? [];
  const failure = leaveOut.error ?? retry.error ?? open.error;
  if (files.length === 0) return null;
  return (
    <section className="blk" aria-label="Arrived">
      <div className="sec">
        <h2>Arrived</h2>
        <span className="cap">{countOf(files.length, 'file')} of watched folders that need you; the files themselves are never touched</span>
        {files.length > 3 && (
          <span className="r">
            <button
              type="button"
              className="btn s"
              disabled={leaveOut.isPending}
              onClick={() => {
                leaveOut.mutate({ files: files.map((one) => one.file) });
              }}
            >
              Leave all {files.length} out
            </button>
          </span>
        )}
      </div>
      {failure && <FaultNotice error={failure} onRetry={null} />}
      <table className="t">
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">Written</th>
            <th scope="col">Why it waits</th>
            <th scope="col">
              <span className="unseen">What to do</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {files.map((file) => (
            <tr key={file.file}>
              <td title={`${file.folderPath}, ${formatBytes(file.size)}`}>
                <b>{file.relativePath}</b>
              </td>
              <td>
                <Age file={file} />
              </td>
              <td className="reason">{file.state === 'again' ? 'Is tried again…' : withoutName(file)}</td>
              <td className="num nw">
                <button
                  type="button"
                  className={file.needsYes ? 'btn s' : 'btn'}
                  disabled={open.isPending}
                  onClick={() => {
                    open.mutate(file.file);
                  }}
                >
                  Open the preview
                </button>{' '}
                <button
                  type="button"
                  className={file.needsYes ? 'btn' : 'btn s'}
                  disabled={retry.isPending || file.state === 'again'}
                  onClick={() => {
                    retry.mutate({ files: [file.file] });
                  }}
                >
                  {file.needsYes ? 'Yes, import it' : 'Try again'}
                </button>{' '}
                <button
                  type="button"
                  className="btn s"
                  disabled={leaveOut.isPending}
                  onClick={() => {
                    leaveOut.mutate({ files: [file.file] });
                  }}
                >
                  Leave out
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Age({ file }: { file: ArrivedFile }) {
  const { ageDays } = file;
  const tone = ageDays > 30 ? 'chip u' : ageDays > 14 ? 'chip w' : ageDays > 7 ? 'chip b' : 'dim';
  const words = ageDays === 0 ? 'today' : ageDays === 1 ? '1 day ago' : `${String(ageDays)} days ago`;
  return (
    <span className={tone} title={formatInstant(new Date(file.modifiedMs).toISOString())}>
      {words}
    </span>
  );
}

// The name stands in the first column already.
function withoutName(file: ArrivedFile): string {
  const reason = file.reason ?? '';
  const name = file.relativePath.split(/[\\/]/).at(-1) ?? '';
  const rest = reason.startsWith(`${name}: `) ? reason.slice(name.length + 2) : reason;
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

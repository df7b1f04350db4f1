/** The watched folders: add, pause, remove, and how each one is. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { capabilitiesQuery, pickFolder, queryClient, trpc, type WatchFolderEntry } from '../api.ts';
import type { PageProps } from '../app/page-props.ts';
import { FaultNotice } from '../app/Notice.tsx';
import { formatInstant, formatNumber } from '../ui/format.ts';
import { addWatchFolder } from './watch-jobs.ts';

const refresh = { onSuccess: () => queryClient.invalidateQueries() };

export function WatchFolders({ scope }: Pick<PageProps, 'scope'>) {
  const folders = useQuery(trpc.watch.folders.queryOptions({}));
  const pause = useMutation(trpc.watch.pause.mutationOptions(refresh));
  const remove = useMutation(trpc.watch.remove.mutationOptions(refresh));
  const list = folders.data ?? [];
  const failure = folders.error ?? pause.error ?? remove.error;
  return (
    <section className="blk" aria-label="Watch folders">
      <div className="sec">
        <h2>Watch folders</h2>
        <span className="cap">what your systems save there is imported by itself when it raises no question</span>
      </div>
      {failure && <FaultNotice error={failure} onRetry={null} />}
      {list.length > 0 && (
        <table className="t">
          <thead>
            <tr>
              <th scope="col">Folder</th>
              <th scope="col">State</th>
              <th scope="col">Plant</th>
              <th scope="col" className="num">
                Imported
              </th>
              <th scope="col" className="num">
                Waiting
              </th>
              <th scope="col">Last file</th>
              <th scope="col">
                <span className="unseen">What to do</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {list.map((one) => (
              <tr key={one.folder}>
                <td>
                  <span className="mono">{one.path}</span>
                  {one.withSubfolders && <span className="dim"> and subfolders</span>}
                </td>
                <td>
                  <State folder={one} />
                </td>
                <td>{one.plant ?? ''}</td>
                <td className="num">{formatNumber(one.imported, 0)}</td>
                <td className="num">{formatNumber(one.waiting, 0)}</td>
                <td>{one.lastAt === null ? '' : formatInstant(one.lastAt)}</td>
                <td className="num nw">
                  <button
                    type="button"
                    className="btn s"
                    aria-label={`${one.isPaused ? 'Go on with' : 'Pause'} ${one.path}`}
                    onClick={() => {
                      pause.mutate({ folder: one.folder, paused: !one.isPaused });
                    }}
                  >
                    {one.isPaused ? 'Go on' : 'Pause'}
                  </button>{' '}
                  <button
                    type="button"
                    className="btn s"
                    aria-label={`Remove ${one.path}`}
                    onClick={() => {
                      remove.mutate({ folder: one.folder });
                    }}
                  >
                    Remove
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <AddFolder scope={scope} />
    </section>
  );
}

const stateWords: Record<WatchFolderEntry['state'], string> = {
  new: 'is looked at for the first time',
  watched: 'watched',
  polled: 'looked at every few seconds',
  absent: 'not there',
  'too-many': 'more than 10,000 files: choose a smaller folder',
};

function State({ folder }: { folder: WatchFolderEntry }) {
  if (folder.isPaused) return <span className="chip">paused</span>;
  const tone = folder.state === 'absent' || folder.state === 'too-many' ? 'chip w' : 'chip f';
  return (
    <span className={folder.state === 'new' ? 'chip' : tone} title={`since ${formatInstant(folder.stateSince)}`}>
      {stateWords[folder.state]}
      {folder.state === 'absent' && `, asked for again every few seconds`}
    </span>
  );
}

function AddFolder({ scope }: Pick<PageProps, 'scope'>) {
  const { data: can } = useQuery(capabilitiesQuery);
  const [path, setPath] = useState('');
  const [withSubfolders, setSubfolders] = useState(false);
  const [plant, setPlant] = useState(scope.plant?.code ?? '');
  const add = useMutation({
    mutationFn: addWatchFolder,
    onSuccess: () => {
      setPath('');
    },
  });
  const pick = useMutation({
    mutationFn: pickFolder,
    onSuccess: (picked) => {
      if (picked !== null) setPath(picked);
    },
  });
  return (
    <form
      className="blk"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate({ path, withSubfolders, ...(scope.plants.length > 1 && plant !== '' && { plant }) });
      }}
    >
      <div className="tools">
        <label className="field" style={{ flex: '1 1 320px', maxWidth: '640px' }}>
          <span>Folder to watch</span>
          <input
            className="input mono"
            required
            placeholder="C:\Exports or \\server\share\exports"
            value={path}
            onChange={(event) => {
              setPath(event.target.value);
            }}
          />
        </label>
        {can?.pickFolder === true && (
          <button
            type="button"
            className="btn"
            style={{ alignSelf: 'end' }}
            onClick={() => {
              pick.mutate();
            }}
          >
            Choose…
          </button>
        )}
        {scope.plants.length > 1 && (
          <label className="field">
            <span>Plant</span>
            <select
              className="input"
              value={plant}
              onChange={(event) => {
                setPlant(event.target.value);
              }}
            >
              {scope.plants.map((one) => (
                <option key={one.code} value={one.code}>
                  {one.name}
                </option>
              ))}
            </select>
          </label>
        )}
        <label style={{ alignSelf: 'end' }}>
          <input
            type="checkbox"
            checked={withSubfolders}
            onChange={(event) => {
              setSubfolders(event.target.checked);
            }}
          />{' '}
          and its subfolders
        </label>
        <button type="submit" className="btn p" style={{ alignSelf: 'end' }} disabled={path.trim() === '' || add.isPending}>
          Watch
        </button>
      </div>
      {(add.error ?? pick.error) && <FaultNotice error={add.error ?? pick.error} onRetry={null} />}
      <p className="dim">Files are only read: never moved, renamed or deleted. Those with a question, with errors or older than 30 days wait under Arrived.</p>
    </form>
  );
}

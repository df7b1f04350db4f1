/** Saved and shipped layouts: what each knows, how often it was used, and sharing them as files. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { client, queryClient, trpc, type ProfileLine } from '../api.ts';
import { FaultNotice } from '../app/Notice.tsx';
import { countOf, formatInstant } from '../ui/format.ts';
import { saveFile } from '../ui/save-file.ts';

export function ProfilesView() {
  const profiles = useQuery(trpc.intake.profiles.queryOptions({}));
  const fields = useQuery({ ...trpc.intake.fields.queryOptions({}), staleTime: Infinity });
  const [typed, setTyped] = useState('');
  const again = async () => {
    await queryClient.invalidateQueries({ queryKey: trpc.intake.profiles.queryKey() });
  };
  const rename = useMutation({ mutationFn: (given: { id: string; name: string }) => client.intake.renameProfile.mutate(given), onSettled: again });
  const remove = useMutation({ mutationFn: (id: string) => client.intake.deleteProfile.mutate({ id }), onSettled: again });
  const load = useMutation({ mutationFn: async (file: File) => client.intake.importProfile.mutate({ text: await file.text() }), onSettled: again });
  const share = useMutation({ mutationFn: shareProfile });
  const labels = new Map(fields.data?.map(({ dataset, label }) => [dataset, label]));
  const shown = (profiles.data ?? []).filter((profile) => fits(profile, labels.get(profile.dataset) ?? '', typed));
  return (
    <section className="blk" aria-label="Profiles">
      <div className="sec">
        <h2>Profiles</h2>
        <span className="cap">a layout mapped once is taken without asking from then on</span>
        <span className="r tools">
          <input
            className="input"
            type="search"
            aria-label="Find a profile"
            placeholder="Find a profile"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
            }}
          />
          <LoadProfile onFile={load.mutate} />
        </span>
      </div>
      {[profiles.error, rename.error, remove.error, load.error, share.error].map(
        (error, place) => error && <FaultNotice key={place} error={error} onRetry={null} />,
      )}
      {load.data && (
        <p role="status">
          Profile {load.data.name} was taken in{load.data.replaced === null ? '' : `, in place of version ${String(load.data.replaced)}`}.
        </p>
      )}
      <table className="t">
        <thead>
          <tr>
            <th scope="col">Profile</th>
            <th scope="col">Kind of data</th>
            <th scope="col">Columns</th>
            <th scope="col" className="num">
              Used
            </th>
            <th scope="col">Last file</th>
            <th scope="col">Real file</th>
            <th scope="col">
              <span className="unseen">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((profile) => (
            <Line
              key={profile.id}
              profile={profile}
              label={labels.get(profile.dataset) ?? profile.dataset}
              onRename={(name) => {
                rename.mutate({ id: profile.id, name });
              }}
              onShare={() => {
                share.mutate(profile.id);
              }}
              onRemove={() => {
                remove.mutate(profile.id);
              }}
            />
          ))}
        </tbody>
      </table>
      {profiles.data && shown.length === 0 && <p className="dim">No profile has these words.</p>}
    </section>
  );
}

interface LineProps {
  profile: ProfileLine;
  label: string;
  onRename: (name: string) => void;
  onShare: () => void;
  onRemove: () => void;
}

function Line({ profile, label, onRename, onShare, onRemove }: LineProps) {
  const [asked, setAsked] = useState<'rename' | 'remove' | null>(null);
  const heads = profile.headers.slice(0, 5).map(firstOf).join(', ');
  return (
    <tr>
      <td title={profile.note ?? undefined}>
        {asked === 'rename' ? (
          <Rename
            name={profile.name}
            onDone={(name) => {
              setAsked(null);
              if (name !== null && name !== profile.name) onRename(name);
            }}
          />
        ) : (
          <>
            <b>{profile.name}</b>{' '}
            {profile.isSaved ? <span className="chip b">yours, version {profile.version}</span> : <span className="dim">{profile.id}</span>}
          </>
        )}
      </td>
      <td title={profile.dataset}>{label}</td>
      <td className="dim" title={profile.headers.map(firstOf).join(', ')}>
        {heads}
        {profile.headers.length > 5 && ` and ${countOf(profile.headers.length - 5, 'more', 'more')}`}
      </td>
      <td className="num">{profile.used === 0 ? '' : countOf(profile.used, 'time')}</td>
      <td>
        {profile.lastFile !== null && <span title={profile.lastUsedAt === null ? undefined : formatInstant(profile.lastUsedAt)}>{profile.lastFile}</span>}
      </td>
      <td>{profile.confirmedOnRealFile ? <span className="F">confirmed</span> : <span className="dim nw">from documents</span>}</td>
      <td className="num nw">
        <Actions profile={profile} isRemoving={asked === 'remove'} onAsk={setAsked} onShare={onShare} onRemove={onRemove} />
      </td>
    </tr>
  );
}

interface ActionsProps {
  profile: ProfileLine;
  isRemoving: boolean;
  onAsk: (asked: 'rename' | 'remove' | null) => void;
  onShare: () => void;
  onRemove: () => void;
}

function Actions({ profile, isRemoving, onAsk, onShare, onRemove }: ActionsProps) {
  const button = (label: string, act: () => void) => (
    <button type="button" className="btn s" aria-label={`${label} ${profile.name}`} onClick={act}>
      {label}
    </button>
  );
  if (isRemoving)
    return (
      <>
        {button('Forget it', onRemove)}
        {button('Keep', () => {
          onAsk(null);
        })}
      </>
    );
  return (
    <>
      {button('Share', onShare)}
      {profile.isSaved &&
        button('Rename', () => {
          onAsk('rename');
        })}
      {profile.isSaved &&
        button('Delete', () => {
          onAsk('remove');
        })}
    </>
  );
}

function Rename({ name, onDone }: { name: string; onDone: (name: string | null) => void }) {
  const [text, setText] = useState(name);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onDone(text.trim() === '' ? null : text.trim());
      }}
    >
      <input
        className="input"
        type="text"
        aria-label={`New name of ${name}`}
        autoFocus
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone(null);
        }}
      />
    </form>
  );
}

function LoadProfile({ onFile }: { onFile: (file: File) => void }) {
  const files = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="btn" onClick={() => files.current?.click()}>
        Load a shared profile…
      </button>
      <input
        ref={files}
        type="file"
        accept=".json"
        hidden
        aria-label="Load a shared profile"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) onFile(file);
          event.target.value = '';
        }}
      />
    </>
  );
}

async function shareProfile(id: string): Promise<void> {
  const { fileName, text } = await client.intake.exportProfile.query({ id });
  saveFile(fileName, new Blob([text], { type: 'application/json' }));
}

// A header may have other spellings behind bars.
function firstOf(header: string): string {
  return header.split('|')[0]?.trim() ?? header;
}

function fits(profile: ProfileLine, label: string, typed: string): boolean {
  const text = [profile.name, profile.id, profile.dataset, label, ...profile.headers].join(' ').toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => text.includes(word));
}

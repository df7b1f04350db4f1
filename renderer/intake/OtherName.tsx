/** Chooses any known name for a waiting one, from a day on if need be. */
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { trpc, type WaitingKind } from '../api.ts';
import { FaultNotice } from '../app/Notice.tsx';
import type { NameAnswer } from './name-answers.ts';

interface Props {
  kind: WaitingKind['kind'];
  plant: string;
  text: string;
  isBusy: boolean;
  onAnswer: (answer: NameAnswer) => void;
  onClose: () => void;
}

export function OtherName({ kind, plant, text, isBusy, onAnswer, onClose }: Props) {
  const known = useQuery(trpc.names.known.queryOptions({ plant, kind }));
  const [typed, setTyped] = useState('');
  const [from, setFrom] = useState('');
  const list = useId();
  const code = known.data?.find((name) => name.code === typed)?.code;
  return (
    <form
      className="other-name"
      onSubmit={(event) => {
        event.preventDefault();
        if (code !== undefined) onAnswer(from === '' ? { is: code } : { is: code, from });
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      {known.error && <FaultNotice error={known.error} onRetry={null} />}
      <input
        className="input"
        list={list}
        // the button that was pressed gives way to this field
        autoFocus
        aria-label={`Name that “${text}” is`}
        placeholder="known name"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
      />
      <datalist id={list}>
        {known.data?.map((name) => (
          <option key={name.code} value={name.code}>
            {name.name ?? ''}
          </option>
        ))}
      </datalist>
      <label>
        from{' '}
        <input
          type="date"
          className="input"
          value={from}
          onChange={(event) => {
            setFrom(event.target.value);
          }}
        />
      </label>
      <button type="submit" className="btn p" disabled={isBusy || code === undefined}>
        It is
      </button>
      <button type="button" className="btn s" onClick={onClose}>
        Cancel
      </button>
    </form>
  );
}

/** Settings: the plant, the appearance, and where the data lies. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queryClient, trpc, type Plant } from '../api.ts';
import { useCockpit, type Appearance } from '../app/cockpit-state.ts';
import type { PageProps } from '../app/page-props.ts';
import { FaultNotice } from '../app/Notice.tsx';
import { formatDay } from '../ui/format.ts';

const doorNames = { desktop: 'desktop window', browser: 'browser', 'command-line': 'command line', watch: 'watched folder' } as const;
const appearances = [
  ['system', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const satisfies readonly (readonly [Appearance, string])[];

export default function SettingsPage({ scope }: PageProps) {
  const about = useQuery(trpc.system.about.queryOptions({}));
  const { appearance, chooseAppearance } = useCockpit();
  return (
    <main className="page settings" id="main" tabIndex={-1}>
      <div className="head">
        <h1>Settings</h1>
      </div>
      {scope.plant ? <PlantForm key={scope.plant.code} plant={scope.plant} /> : <p className="dim">The plant appears here with its first import.</p>}
      <section className="blk">
        <h2>Appearance</h2>
        <div className="tools" role="group" aria-label="Appearance">
          {appearances.map(([value, label]) => (
            <button
              key={value}
              type="button"
              className="view"
              aria-pressed={appearance === value}
              onClick={() => {
                chooseAppearance(value);
              }}
            >
              {label}
            </button>
          ))}
        </div>
      </section>
      {about.data && (
        <section className="blk">
          <h2>About</h2>
          <table className="t facts">
            <tbody>
              <tr>
                <th scope="row">Version</th>
                <td>
                  {about.data.version}, in the {doorNames[about.data.door]}
                </td>
              </tr>
              <tr>
                <th scope="row">Store</th>
                <td className="mono">{about.data.storeFile}</td>
              </tr>
              <tr>
                <th scope="row">Today of every calculation</th>
                <td>
                  {formatDay(about.data.asOf ?? about.data.today)}
                  {about.data.asOf === null ? ', the clock’s own' : ', as started with --as-of'}
                </td>
              </tr>
            </tbody>
          </table>
          <p className="dim">Everything is in this one file on this machine; nothing leaves it unless you send a pack.</p>
        </section>
      )}
    </main>
  );
}

const months = Array.from({ length: 12 }, (_, index) =>
  new Intl.DateTimeFormat(undefined, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, index, 1)),
);

function PlantForm({ plant }: { plant: Plant }) {
  const [name, setName] = useState(plant.name);
  const [currency, setCurrency] = useState(plant.currency);
  const [fiscalStartMonth, setStart] = useState(plant.fiscalStartMonth);
  const save = useMutation(trpc.plants.save.mutationOptions({ onSuccess: () => queryClient.invalidateQueries() }));
  const isChanged = name !== plant.name || currency !== plant.currency || fiscalStartMonth !== plant.fiscalStartMonth;
  return (
    <form
      className="blk"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ code: plant.code, name, currency: currency.toUpperCase(), fiscalStartMonth });
      }}
    >
      <h2>Plant</h2>
      <div className="form">
        <label className="field">
          <span>Name</span>
          <input
            className="input"
            required
            maxLength={80}
            value={name}
            onChange={(event) => {
              setName(event.target.value);
            }}
          />
        </label>
        <label className="field">
          <span>Currency</span>
          <input
            className="input"
            required
            pattern="[A-Za-z]{3}"
            title="Three letters such as EUR"
            size={6}
            value={currency}
            onChange={(event) => {
              setCurrency(event.target.value);
            }}
          />
        </label>
        <label className="field">
          <span>Fiscal year starts in</span>
          <select
            className="input"
            value={fiscalStartMonth}
            onChange={(event) => {
              setStart(Number(event.target.value));
            }}
          >
            {months.map((month, index) => (
              <option key={month} value={index + 1}>
                {month}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="btn p" disabled={!isChanged || save.isPending}>
          Save
        </button>
      </div>
      <p className="dim">
        Code in files and on the command line: <b>{plant.code}</b>
      </p>
      {save.isSuccess && !isChanged && (
        <p className="dim" role="status">
          Saved.
        </p>
      )}
      {save.error && <FaultNotice error={save.error} onRetry={null} />}
    </form>
  );
}

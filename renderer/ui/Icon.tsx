/** The icons of rail, bars and lists, drawn on a 20-px (areas) or 10-px (marks) grid; decoration only, the word stands beside them. */
const areaPaths = {
  today: ['M5 4h10a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z', 'M3 8h14M7 2.5V5M13 2.5V5', 'm7.5 12.5 2 2 3.5-3.5'],
  production: ['M3 17V8l4.5 3V8l4.5 3V3.5h4.5V17z', 'M6.5 14h7'],
  budget: ['M3 17h14', 'M5 14v-4M10 14V6M15 14V9', 'm4 6 5-3 7 2.5'],
  staffing: ['M4.5 6.5a3 3 0 1 0 6 0a3 3 0 1 0-6 0', 'M2.5 16.5c0-3 2-5 5-5s5 2 5 5', 'M12.5 3.8a3 3 0 0 1 0 5.4M14.5 12c1.9.7 3 2.3 3 4.5'],
  maintenance: ['M12.2 3.2a4.3 4.3 0 0 0-4.6 5.9L3 13.7 6.3 17l4.6-4.6a4.3 4.3 0 0 0 5.9-4.6L14.2 10.4 10.5 9.5 9.6 5.8z'],
  intake: ['M10 2.5v8M6.8 7.5 10 10.7l3.2-3.2', 'M3 11.5v4a1.5 1.5 0 0 0 1.5 1.5h11a1.5 1.5 0 0 0 1.5-1.5v-4h-4c0 1.5-1.3 2.5-3 2.5s-3-1-3-2.5z'],
  packs: ['M6.5 2.5h6l4 4v8h-10z', 'M12.5 2.5v4h4M6.5 5.5h-3v12h10v-3'],
  settings: ['M3 6h7M14.5 6H17M3 14h2.5M10 14h7', 'M10 6a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0', 'M5.6 14a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0'],
} as const;

export type AreaIconName = keyof typeof areaPaths;

export function AreaIcon({ name }: { name: AreaIconName }) {
  return (
    <svg
      width="20"
      height="20"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {areaPaths[name].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}

const markPaths = {
  down: 'm2 3.5 3 3 3-3',
  right: 'm3.5 2 3 3-3 3',
  left: 'm6.5 2-3 3 3 3',
  check: 'm2 5.5 2.2 2.2L8.5 3',
  alert: 'M5 1.5V6M5 8v.8',
  close: 'm2 2 6 6M8 2 2 8',
  search: 'M7 4.1a2.9 2.9 0 1 1-5.8 0a2.9 2.9 0 1 1 5.8 0zM6.4 6.4 9 9',
} as const;

export function Mark({ name, size = 10, weight = 1.25 }: { name: keyof typeof markPaths; size?: number; weight?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 10 10"
      fill="none"
      stroke="currentColor"
      strokeWidth={weight}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={markPaths[name]} />
    </svg>
  );
}

export function AppMark() {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <rect width="16" height="16" rx="3" fill="var(--brand)" />
      <path d="M4 12V8M8 12V4M12 12V6.5" stroke="var(--fg-on)" strokeWidth="2" />
    </svg>
  );
}

export type LightState = 'fresh' | 'late' | 'old' | 'missing';

const lightNames = { fresh: 'fresh', late: 'late', old: 'too old', missing: 'missing' } as const satisfies Record<LightState, string>;

/** State has a shape, never colour alone: full disc, half disc, triangle, empty ring. */
export function Light({ state }: { state: LightState }) {
  const tone = { fresh: 'ok', late: 'late', old: 'old', missing: 'none' }[state];
  return (
    <svg className={`light ${tone}`} width="12" height="12" viewBox="0 0 12 12" role="img" aria-label={lightNames[state]}>
      {state === 'fresh' && <circle cx="6" cy="6" r="5" fill="currentColor" />}
      {state === 'late' && <path d="M6 1.75a4.25 4.25 0 0 1 0 8.5z" fill="currentColor" />}
      {(state === 'late' || state === 'missing') && <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />}
      {state === 'old' && <path d="M6 .8 11.6 11H.4z" fill="currentColor" />}
    </svg>
  );
}

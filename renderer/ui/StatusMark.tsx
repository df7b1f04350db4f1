/** The shape of a work order's status: ring, half disc, pause, full disc, cross. Words it doesn't know get no shape. */
export function StatusMark({ status }: { status: string }) {
  const shape = shapeOf(status);
  if (shape === null) return null;
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <circle cx="6" cy="6" r="4.25" fill={shape === 'full' ? 'currentColor' : 'none'} />
      {shape === 'half' && <path d="M6 1.75a4.25 4.25 0 0 1 0 8.5z" fill="currentColor" stroke="none" />}
      {shape === 'pause' && <path d="M5 4.2v3.6M7 4.2v3.6" strokeWidth="1.25" />}
      {shape === 'cross' && <path d="m4.2 4.2 3.6 3.6M7.8 4.2 4.2 7.8" strokeWidth="1.25" />}
      {shape === 'clock' && <path d="M6 3.6V6l1.6 1" strokeWidth="1.25" />}
    </svg>
  );
}

function shapeOf(status: string): 'ring' | 'clock' | 'half' | 'pause' | 'full' | 'cross' | null {
  switch (status.toLowerCase().replaceAll(' ', '')) {
    case 'requested':
      return 'clock';
    case 'open':
      return 'ring';
    case 'inprogress':
      return 'half';
    case 'onhold':
      return 'pause';
    case 'done':
    case 'closed':
      return 'full';
    case 'cancelled':
      return 'cross';
    default:
      return null;
  }
}

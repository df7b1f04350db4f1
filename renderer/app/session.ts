/** The session token of the browser door: taken from the address's fragment once, kept for this tab, and gone from the history at once. */
const key = 'plant-cockpit.session';

/** Reads and removes `#token=…`; the desktop door has none. */
export function takeSession(place: Location, history: History, storage: Storage): string | null {
  const match = /^#token=([^&]+)/.exec(place.hash);
  if (match?.[1] !== undefined) {
    const token = decodeURIComponent(match[1]);
    storage.setItem(key, token);
    history.replaceState(null, '', `${place.pathname}${place.search}#/`);
    return token;
  }
  return storage.getItem(key);
}

const token = typeof window === 'undefined' ? null : takeSession(window.location, window.history, window.sessionStorage);

/** Sent with every request to the own origin. */
export function sessionHeaders(): Record<string, string> {
  return token === null ? {} : { 'x-cockpit-session': token };
}

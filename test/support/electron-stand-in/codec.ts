/**
 * Structured clone over JSON, for messages between the main process and a preload. The function is self-contained: it is also sent to the
 * page as source.
 */
export interface Codec {
  encode(value: unknown): unknown;
  decode(value: unknown): unknown;
}

export function makeCodec(): Codec {
  const refuse = () => {
    throw new Error('An object could not be cloned.');
  };
  const toBase64 = (bytes: Uint8Array) => {
    let text = '';
    for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
    return btoa(text);
  };
  const encode = (value: unknown): unknown => {
    if (value === undefined) return { $: 'undefined' };
    if (typeof value === 'bigint') return { $: 'bigint', v: String(value) };
    if (typeof value === 'number')
      return Number.isFinite(value) && !Object.is(value, -0) ? value : { $: 'number', v: Object.is(value, -0) ? '-0' : String(value) };
    if (typeof value === 'function' || typeof value === 'symbol') return refuse();
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map(encode);
    if (value instanceof Date) return { $: 'date', v: value.getTime() };
    if (value instanceof Map) return { $: 'map', v: [...value].map(([key, one]) => [encode(key), encode(one)]) };
    if (value instanceof Set) return { $: 'set', v: [...value].map(encode) };
    if (value instanceof Error) return { $: 'error', v: [value.name, value.message] };
    if (value instanceof Uint8Array) return { $: 'bytes', v: toBase64(value) };
    const kind = Object.prototype.toString.call(value);
    if (kind !== '[object Object]') return refuse();
    return { $: 'object', v: Object.entries(value).map(([key, one]) => [key, encode(one)]) };
  };
  const pairs = (value: unknown) => (value as [unknown, unknown][]).map(([key, one]): [unknown, unknown] => [decode(key), decode(one)]); // encode made it
  const decode = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map(decode);
    const { $: kind, v } = value as { $: string; v: unknown }; // encode made it
    if (kind === 'undefined') return undefined;
    if (kind === 'bigint') return BigInt(v as string); // as encode made it, here and below
    if (kind === 'number') return Number(v);
    if (kind === 'date') return new Date(v as number);
    if (kind === 'map') return new Map(pairs(v));
    if (kind === 'set') return new Set((v as unknown[]).map(decode));
    if (kind === 'error') return Object.assign(new Error((v as string[])[1]), { name: (v as string[])[0] });
    if (kind === 'bytes') return Uint8Array.from(atob(v as string), (letter) => letter.charCodeAt(0));
    return Object.fromEntries((v as [string, unknown][]).map(([key, one]) => [key, decode(one)]));
  };
  return { encode, decode };
}

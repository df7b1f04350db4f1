/** The fields of a SIE line: words, “quoted words” with \" inside, and { lists } as their content. A quote never closed takes the rest. */
export function fieldsOf(line: string): string[] {
  const fields: string[] = [];
  let listsEnd = true;
  for (let at = 0; at < line.length;) {
    const character = line[at] ?? '';
    if (isSpace(character)) at++;
    else if (character === '"') {
      const end: number = quoteEnd(line, at);
      fields.push(
        line
          .slice(at + 1, end)
          .replaceAll('\\"', '"')
          .trim(),
      );
      at = end + 1;
    } else if (character === '{') {
      const end: number = listsEnd ? listEnd(line, at) : -1;
      listsEnd = end >= 0;
      fields.push(end < 0 ? '{' : line.slice(at + 1, end).trim());
      at = end < 0 ? at + 1 : end + 1;
    } else {
      let end = at + 1;
      while (end < line.length && !isSpace(line[end] ?? '') && line[end] !== '"' && line[end] !== '{' && line[end] !== '}' && character !== '}') end++;
      fields.push(line.slice(at, end));
      at = end;
    }
  }
  return fields;
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\t' || character === '\r' || character === '\n';
}

// Position of the closing quote, or the line's end.
function quoteEnd(line: string, open: number): number {
  let at = open + 1;
  while (at < line.length && line[at] !== '"') at += line[at] === '\\' ? 2 : 1;
  return Math.min(at, line.length);
}

// Position of the closing brace outside quotes; -1 when there is none.
function listEnd(line: string, open: number): number {
  for (let at = open + 1; at < line.length; at++) {
    if (line[at] === '}') return at;
    if (line[at] === '"') at = quoteEnd(line, at);
  }
  return -1;
}

/** The object of one dimension in a list like {1 "100" 6 "P7"}; '' where there is none. Dimension 1 is reserved for the cost center. */
export function objectOf(objects: string, dimension: string): string {
  const pairs = fieldsOf(objects);
  for (let at = 0; at + 1 < pairs.length; at += 2) if (pairs[at] === dimension) return pairs[at + 1] ?? '';
  return '';
}

/** “20260131” as an ISO day; another text stays as it is. */
export function isoDay(date: string): string {
  return /^\d{8}$/.test(date) ? `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}` : date;
}

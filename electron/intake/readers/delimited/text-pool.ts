/**
 * One string for texts that repeat down a column. A field cut out of a file holds on to the whole file, and every pass over it has to
 * look at its letters again; one that is shared does neither.
 */
const keptAtMost = 4_096;
const triedFirst = 1_024;

interface Column {
  texts: Map<string, string>;
  asked: number;
  hits: number;
}

export class TextPool {
  private readonly columns: Column[] = [];

  text(column: number, field: string): string {
    const known = (this.columns[column] ??= { texts: new Map<string, string>(), asked: 0, hits: 0 });
    // keys and free text don't repeat
    if (known.asked > triedFirst && known.hits * 4 < known.asked) return field;
    known.asked += 1;
    const found = known.texts.get(field);
    if (found !== undefined) {
      known.hits += 1;
      return found;
    }
    if (known.texts.size < keptAtMost) known.texts.set(field, field);
    return field;
  }
}

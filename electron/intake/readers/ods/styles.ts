/** The styles of an OpenDocument file, as far as they say what a number is and what is hidden. */
import type { NumberKind } from '../../../../shared/intake/cells.ts';
import type { XmlScanner } from '../xml.ts';

export class OdsStyles {
  private readonly dataKinds = new Map<string, NumberKind>();
  private readonly cellStyles = new Map<string, { data: string | null; parent: string | null }>();
  private readonly hiddenTables = new Set<string>();
  private dataStyle = '';
  private style = '';
  private family = '';

  open(name: string, scanner: XmlScanner): void {
    switch (name) {
      case 'date-style':
        this.dataStyle = scanner.attribute('name') ?? '';
        this.dataKinds.set(this.dataStyle, 'date');
        return;
      case 'time-style':
        this.dataStyle = scanner.attribute('name') ?? '';
        this.dataKinds.set(this.dataStyle, scanner.attribute('truncate-on-overflow') === 'false' ? 'duration' : 'time');
        return;
      case 'hours':
        if (this.dataKinds.get(this.dataStyle) === 'date') this.dataKinds.set(this.dataStyle, 'datetime');
        return;
      case 'number-style':
      case 'percentage-style':
      case 'currency-style':
      case 'text-style':
      case 'boolean-style':
        this.dataStyle = '';
        return;
      case 'style':
        this.style = scanner.attribute('name') ?? '';
        this.family = scanner.attribute('family') ?? '';
        if (this.family === 'table-cell')
          this.cellStyles.set(this.style, { data: scanner.attribute('data-style-name'), parent: scanner.attribute('parent-style-name') });
        return;
      case 'table-properties':
        if (this.family === 'table' && scanner.attribute('display') === 'false') this.hiddenTables.add(this.style);
        return;
    }
  }

  hidesTable(style: string | null): boolean {
    return style !== null && this.hiddenTables.has(style);
  }

  /** What a cell style makes of a number; null when it says nothing. */
  kindOf(style: string | null): NumberKind | null {
    let name = style;
    for (let steps = 0; name !== null && steps < 8; steps++) {
      const found = this.cellStyles.get(name);
      if (!found) return null;
      if (found.data !== null) return this.dataKinds.get(found.data) ?? null;
      name = found.parent;
    }
    return null;
  }
}

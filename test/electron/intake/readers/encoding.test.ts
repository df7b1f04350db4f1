/** Which encoding a text is read in: proved where it can be, else by what makes words of it. */
import { describe, expect, it } from 'vitest';
import { decodeCodePage } from '../../../../electron/intake/readers/delimited/code-pages.ts';
import { decodeText, encodingNotes } from '../../../../electron/intake/readers/delimited/encoding.ts';
import { readBytes } from '../../../../electron/intake/readers/read.ts';
import { interpret } from '../../../support/samples.ts';

// Writes text in any encoding, by trying what each byte becomes.
function encode(text: string, encoding: string): Buffer {
  const all = Buffer.from(Array.from({ length: 256 }, (_, code) => code));
  const decoded = encoding === 'ibm437' || encoding === 'ibm850' ? decodeCodePage(all, encoding) : new TextDecoder(encoding).decode(all);
  return Buffer.from(
    Array.from(text, (character) => {
      const code = decoded.indexOf(character);
      if (code < 0) throw new Error(`${encoding} has no ${character}`);
      return code;
    }),
  );
}

const words: Readonly<Record<string, { text: string; in: readonly string[] }>> = {
  German: { text: 'Auftrag;Länge;Störung;Überprüfung;Straße\n1;2;Größe;3;Höhe', in: ['windows-1252', 'ibm850'] },
  Swedish: { text: 'Förbrukning;Åtgärd;MÄTARE;hyresrätter', in: ['windows-1252', 'ibm850'] },
  French: { text: 'Désignation;Coût;Réparation;Équipement;arrêtée', in: ['windows-1252', 'ibm850'] },
  Danish: { text: 'Køretøj;Måned;Ændring;Vedligeholdelse på anlæg', in: ['windows-1252', 'ibm850'] },
  Spanish: { text: 'Descripción;Año;Máquina;MAÑANA;Avería', in: ['windows-1252', 'ibm850'] },
  Portuguese: { text: 'Descrição;Manutenção;Situação;Não', in: ['windows-1252', 'ibm850'] },
  Icelandic: { text: 'Viðhald;Þjónusta;Staða;Lýsing', in: ['windows-1252'] },
  Polish: { text: 'Usterka taśmy;Część zamienna;Środek;Żółty;Łożysko;wartość', in: ['windows-1250', 'iso-8859-2'] },
  Czech: { text: 'Zařízení;Údržba;Měsíc;Příčina;šroub;těsnění', in: ['windows-1250', 'iso-8859-2'] },
  Hungarian: { text: 'Költséghely;Gép;Műszak;Időpont;őszi', in: ['windows-1250'] },
  Turkish: { text: 'İş Emri;Açıklama;Arıza bakımı;Şube;Müşteri;değer', in: ['windows-1254'] },
  signs: { text: 'Temp 20 °C;10 µm;2 m²;5 – 10;“yes”', in: ['windows-1252'] },
};

describe('an encoding without proof', () => {
  for (const [language, { text, in: encodings }] of Object.entries(words))
    it.each([...encodings])(`is found by its letters: ${language} in %s`, (encoding) => {
      expect(decodeText(encode(text, encoding))).toMatchObject({ text, encoding });
    });

  it('shows what it was guessed from, as a warning of the table', async () => {
    const file = await readBytes(encode('Datum;Konto;Betrag;Text\n2026-01-05;4000;5,50;Prüfmittel\n2026-01-06;4010;7,25;Öl\n', 'windows-1252'));
    expect(file.notes?.map(({ code, found }) => [code, found])).toEqual([['encoding-guess', 'read as windows-1252: “Prüfmittel”, “Öl”']]);
    expect(interpret(file).reports[0]?.problemCounts['encoding-guess']).toBe(1);
  });
});

describe('an encoding with proof', () => {
  it('is no guess: UTF-8, UTF-16 with and without its mark, plain ASCII', () => {
    for (const bytes of [Buffer.from('Größe;1'), Buffer.from('\ufeffGröße;1', 'utf16le'), Buffer.from('Größe;1;22', 'utf16le'), Buffer.from('a;b')]) {
      const decoded = decodeText(bytes);
      expect(decoded.guessedFrom).toBeNull();
      expect(encodingNotes(decoded)).toEqual([]);
      expect(decoded.text).toMatch(/^(Größe;1|a;b)/u);
    }
  });

  it('is UTF-8 with a few broken characters, which are kept visible and said', () => {
    const bytes = Buffer.concat([Buffer.from('Größe;Überprüfung;Höhe;Länge;Straße;Öl;über;für;schön;Tür;Nüsse\n'), Buffer.from([0x41, 0xfc, 0x42])]);
    const decoded = decodeText(bytes);
    expect(decoded).toMatchObject({ encoding: 'utf-8' });
    expect(decoded.text).toContain('A\ufffdB');
    expect(encodingNotes(decoded)[0]?.found).toMatch(/^UTF-8 with broken characters/u);
  });
});

describe('records quoted as a whole', () => {
  const rows = async (text: string): Promise<unknown[]> => (await readBytes(Buffer.from(text))).sheets[0]?.rows.map(({ cells }) => cells) ?? [];

  it('are taken apart, with and without a head quoted so', async () => {
    const expected = [
      ['a', 'b', 'c'],
      ['1', 'x, y', '2'],
      ['3', 'z', '4'],
    ];
    expect(await rows('"a,b,c"\r\n"1,""x, y"",2"\r\n"3,z,4"\r\n')).toEqual(expected);
    expect(await rows('a,b,c\n"1,""x, y"",2"\n"3,z,4"\n5,6,7\n')).toEqual([...expected, ['5', '6', '7']]);
    expect(await rows('a;b;c\n"1;2;3"\n"4;5;6"\n"7;8;9"\n"1;2;3"\n"4;5;6"\n')).toEqual([
      ['a', 'b', 'c'],
      ['1', '2', '3'],
      ['4', '5', '6'],
      ['7', '8', '9'],
      ['1', '2', '3'],
      ['4', '5', '6'],
    ]);
  });

  it('are not mistaken for titles and notes with commas', async () => {
    expect(await rows('"Costs, north",,\na,b,c\n1,2,3\n4,5,6\n"Note: x, y"\n')).toEqual([
      ['Costs, north'],
      ['a', 'b', 'c'],
      ['1', '2', '3'],
      ['4', '5', '6'],
      ['Note: x, y'],
    ]);
    expect(await rows('"one, two"\n"three"\n')).toEqual([['one, two'], ['three']]);
  });
});

it('stays linear on hostile bytes', () => {
  for (const bytes of [
    Buffer.alloc(100_000, 0xfc),
    Buffer.alloc(100_000, 0xc3),
    Buffer.from('\xe4 '.repeat(50_000), 'latin1'),
    Buffer.from('a\x80'.repeat(50_000), 'latin1'),
  ]) {
    const before = process.cpuUsage();
    decodeText(bytes);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(200);
  }
});

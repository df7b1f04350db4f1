/**
 * Tables that are close to a dataset but are something else: stock lists, preventive plans, inspections. Their own words are counted,
 * so that they are asked about instead of being taken for a neighbour. A kind says nothing against the datasets that hold it.
 */
import { fold } from '../../shared/kit/fold.ts';
import { phrases } from '../../shared/intake/dataset.ts';
import type { Mapping } from './map-columns.ts';
import { headerKey, idToken } from './headers.ts';

interface ForeignKind {
  name: string;
  /** Datasets (or areas) that are of this kind themselves. */
  holds: readonly string[];
  /** Headers that are this word alone (with or without “number”) settle it by themselves. */
  alone?: readonly string[];
  words: readonly string[];
}

const kinds: readonly ForeignKind[] = [
  {
    // Its dates are plans: a finish says nothing about what is done.
    name: 'a project schedule',
    holds: ['budget.projects'],
    alone: phrases(
      'predecessors | predecessor | successors | outline level | wbs | percent complete | vorganger | vorgangsnachfolger | nachfolger | predecesseurs | successeurs | predecesoras | predecessoras | predecessori | voorgaande taken | poprzedniki | foregaende aktiviteter | onculler',
    ),
    words: [],
  },
  {
    name: 'a stock or parts list',
    holds: ['inventory', 'budget.standards', 'budget.commitments', 'production.products', 'production.orders', 'quality'],
    words: [
      'stock',
      'part',
      'parts',
      'material',
      'bin',
      'warehouse',
      'consumable',
      'reorder',
      'vendor',
      'uom',
      'lagerbestand',
      'bestand',
      'lagerplatz',
      'teil',
      'ersatzteil',
      'piece',
      'stoc',
      'magasin',
      'pieza',
      'existencias',
      'ricambio',
      'magazzino',
      'onderdeel',
      'voorraad',
      'czesc',
      'magazyn',
      'reservdel',
      'lager',
      'parca',
      'stok',
      'peca',
      'estoque',
      'price',
      'preis',
      'prix',
      'precio',
      'prezzo',
      'preco',
      'prijs',
      'cena',
      'pris',
      'fiyat',
    ],
  },
  {
    name: 'a list of preventive plans',
    holds: ['maintenance.plans'],
    words: [
      'frequency',
      'recurrence',
      'interval',
      'cycle',
      'repeat',
      'frequenz',
      'intervall',
      'turnus',
      'frequence',
      'recurrencia',
      'frecuencia',
      'frequenza',
      'frequencia',
      'frequentie',
      'czestotliwosc',
      'frekvens',
      'siklik',
    ],
  },
  {
    name: 'an inspection list',
    holds: ['quality'],
    words: ['inspected', 'tests', 'defects', 'defective', 'tested', 'geprueft', 'gepruft', 'fehlerhaft', 'inspecte', 'defauts', 'inspeccionado', 'defectos'],
  },
  {
    name: 'a list of orders or sales',
    holds: ['production.orders', 'inventory', 'budget.commitments', 'budget.standards', 'production.products', 'quality'],
    words: [
      'customer',
      'kunde',
      'client',
      'cliente',
      'klant',
      'klient',
      'kund',
      'musteri',
      'quantity',
      'qty',
      'menge',
      'quantite',
      'cantidad',
      'quantidade',
      'quantita',
      'hoeveelheid',
      'ilosc',
      'antal',
      'miktar',
      'material',
      'vendor',
      'supplier',
      'lieferant',
      'fournisseur',
      'proveedor',
      'fornitore',
      'fornecedor',
      'leverancier',
      'dostawca',
      'leverantor',
      'tedarikci',
    ],
  },
  {
    name: 'a list of findings or incidents',
    holds: ['compliance', 'quality'],
    words: ['severity', 'injury', 'injured', 'root cause', 'corrective action', 'finding', 'audit', 'auditor', 'witness'],
    alone: [
      'finding',
      'audit',
      'incident',
      'near miss',
      'nonconformance',
      'nonconformity',
      'ncr',
      'capa',
      'complaint',
      'accident',
      'unfall',
      'vorfall',
      'feststellung',
      'abweichung',
      'reklamation',
      'accident du travail',
      'constat',
      'non conformite',
      'reclamation',
      'incidente',
      'accidente',
      'hallazgo',
      'no conformidad',
      'reclamo',
      'infortunio',
      'rilievo',
      'non conformita',
      'reclamo',
      'bevinding',
      'klacht',
      'ongeval',
      'wypadek',
      'niezgodnosc',
      'reklamacja',
      'olycka',
      'avvikelse',
      'kaza',
      'uygunsuzluk',
      'bulgu',
      'acidente',
      'achado',
      'nao conformidade',
    ],
  },
  {
    name: 'a list of permits',
    holds: ['compliance.permits', 'staffing.skills'],
    words: [
      'authority',
      'expires',
      'expiry',
      'valid until',
      'valid to',
      'issued by',
      'behorde',
      'gultig bis',
      'autorite',
      'autoridad',
      'autorita',
      'instantie',
      'myndighet',
    ],
    alone: [
      'permit',
      'license',
      'licence',
      'genehmigung',
      'permis',
      'autorisation',
      'permiso',
      'licencia',
      'autorizzazione',
      'vergunning',
      'zezwolenie',
      'tillstand nummer',
      'ruhsat',
      'licenca',
    ],
  },
  {
    name: 'a list of absences',
    holds: [],
    words: ['vacation', 'leave', 'urlaub', 'conges', 'vacaciones', 'ferie', 'ferias', 'verlof', 'urlop', 'semester', 'izin'],
  },
];

/** The kind a table rather is: one unmapped header that is its very name, or at least two that speak of it against few mapped ones. */
export function foreignKind(headers: readonly { column: number; header: string }[], mapping: Mapping): string | null {
  const mapped = mapping.columns.length;
  const own = new Set(mapping.columns.map(({ column }) => column));
  const free = headers.filter(({ column }) => !own.has(column)).map(({ header }) => header);
  for (const kind of kinds) {
    if (kind.holds.includes(mapping.dataset.name) || kind.holds.includes(mapping.dataset.area)) continue;
    if (
      free.some((header) =>
        kind.alone?.includes(
          headerKey(header)
            .split(' ')
            .filter((word) => word !== idToken)
            .join(' '),
        ),
      )
    )
      return kind.name;
    const spoken = free.filter((header) => {
      const words = headerKey(header).split(' ');
      return kind.words.some((word) => (word.includes(' ') ? words.join(' ') === word : words.includes(word)));
    });
    if (spoken.length >= 2 && spoken.length * 2 >= mapped) return kind.name;
  }
  return null;
}

const budgetWords =
  /(^|[^\p{L}])(budget\w*|plan(ned|kosten|zahlen|werte|ning)?|forecast|presupuesto|prevision\w*|orcamento|preventivo|begroting|budzet\w*|butce\w*)(?![\p{L}])/u;
const actualWords =
  /(^|[^\p{L}])(actuals?|ist(kosten|werte|zahlen)?|ledger|reali?[sz]e\w*|reel\w*|reales?|consuntivo|effettiv\w*|werkelijk\w*|realisatie|wykonanie|utfall|gerceklesen|costs?|kosten|expenses?)(?![\p{L}])/u;

/** What the words around a table say its amounts are; null when they say nothing or both. */
export function saysBudget(texts: readonly string[]): 'budget' | 'actual' | null {
  const folded = texts.map((text) => fold(text).replace(/[_]+/gu, ' '));
  const budget = folded.some((text) => budgetWords.test(text));
  const actual = folded.some((text) => actualWords.test(text));
  // "Cost budget" is a budget: the word for costs says only what is planned.
  if (budget) return folded.some((text) => /(^|[^\p{L}])(actuals?|ist|reel|real|consuntivo|utfall|wykonanie)(?![\p{L}])/u.test(text)) ? null : 'budget';
  return actual ? 'actual' : null;
}

const neutral = new Set([
  'amount',
  'value',
  'betrag',
  'wert',
  'montant',
  'valeur',
  'importe',
  'monto',
  'valor',
  'importo',
  'valore',
  'bedrag',
  'waarde',
  'kwota',
  'wartosc',
  'belopp',
  'varde',
  'tutar',
  'deger',
  'montante',
  'quantia',
]);

/** A header that names money without saying whose: planned or spent. */
export function neutralAmount(header: string): boolean {
  const words = headerKey(header)
    .split(' ')
    .filter((word) => !['eur', 'usd', 'gbp', 'chf', 'k', 'net', 'netto'].includes(word));
  return words.length === 1 && words[0] !== undefined && neutral.has(words[0]);
}

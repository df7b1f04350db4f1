/** Section words of financial statements in ten languages: what an amount below them is, and on which side it stands. */
import { fold } from '../../shared/kit/fold.ts';

export interface SectionKind {
  type: 'revenue' | 'otherCost' | 'balanceSheet';
  /** Income, liabilities and equity are credits: amount = debit − credit is negative. */
  credit: boolean;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(/[\s|]+/u).filter((word) => word !== ''));

const income = words(
  `income incomes revenue revenues sales turnover ertrage ertrag erlose erlos umsatz umsatze umsatzerlose einnahmen produit produits recettes ingreso ingresos
   ventas receita receitas vendas ricavo ricavi proventi vendite opbrengst opbrengsten omzet baten przychod przychody sprzedaz intakt intakter forsaljning
   gelir gelirler satislar hasilat`,
);
const cost = words(
  `expense expenses cost costs cogs expenditure expenditures aufwand aufwendungen kosten ausgaben charge charges depenses couts gasto gastos coste costes costos egresos
   custo custos despesa despesas costo costi spese oneri lasten uitgaven koszt koszty wydatki kostnad kostnader utgifter gider giderler maliyet maliyetler`,
);
const asset = words(
  'asset assets aktiva aktiven vermogen actif actifs activo activos ativo ativos attivo attivita activa aktywa tillgang tillgangar varlik varliklar',
);
const owed = words(
  `liability liabilities equity passiva passiven verbindlichkeiten schulden eigenkapital passif passifs dettes pasivo pasivos patrimonio passivo passivos passivita
   vermogensmittel schulden pasywa zobowiazania skuld skulder kaynaklar yukumlulukler ozkaynaklar oz`,
);
const around = words(
  `other total net gross operating ordinary non current fixed long term short general administrative and of sold goods direct indirect from the sonstige sonstiger
   betriebliche kurzfristige langfristige umlauf anlage autres courants immobilises otros corriente corrientes fijos no neto outros circulante altri correnti
   overige vlottende vaste pozostale obrotowe trwale ovriga omsattnings anlaggnings diger donen duran capitaux propres kapital capital fondos sociale`,
);

/** The kind of section a heading opens; null for any other heading, and for one that spans both sides. */
export function sectionKind(heading: string): SectionKind | null {
  const tokens = fold(heading)
    .split(/[^\p{L}]+/u)
    .filter((token) => token !== '');
  if (tokens.length === 0 || tokens.length > 6) return null;
  const kinds = new Map<string, SectionKind>();
  for (const token of tokens) {
    const kind = kindOf(token);
    if (kind) kinds.set(`${kind.type}${String(kind.credit)}`, kind);
    else if (!around.has(token)) return null;
  }
  const [only] = kinds.values();
  return kinds.size === 1 && only ? only : ofSales(tokens, kinds);
}

// "Cost of sales" is a cost; "Income / Expense" is both and settles nothing.
function ofSales(tokens: readonly string[], kinds: ReadonlyMap<string, SectionKind>): SectionKind | null {
  const second = tokens[1];
  const first = kindOf(tokens[0] ?? '');
  return kinds.size === 2 && second !== undefined && ['of', 'des', 'de', 'der', 'del', 'dei'].includes(second) ? first : null;
}

function kindOf(token: string): SectionKind | null {
  if (income.has(token)) return { type: 'revenue', credit: true };
  if (cost.has(token)) return { type: 'otherCost', credit: false };
  if (asset.has(token)) return { type: 'balanceSheet', credit: false };
  return owed.has(token) ? { type: 'balanceSheet', credit: true } : null;
}

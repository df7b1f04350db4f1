/** Account types as charts of accounts write them. */
import { phrases } from '../../intake/dataset.ts';

export const accountTypeWords = {
  revenue: phrases(
    'revenue | revenues | income | sales | turnover | ertrag | ertrage | erlos | erlose | umsatz | produit | produits | chiffre d affaires | ingreso | ingresos | ventas | receita | receitas | ricavo | ricavi | opbrengst | opbrengsten | omzet | przychod | przychody | intakt | intakter | gelir | gelirler | satis',
  ),
  material: phrases(
    'material | materials | direct material | raw material | raw materials | materialkosten | materialaufwand | rohstoff | rohstoffe | matiere | matieres | matieres premieres | materiales | materia prima | materias primas | materiais | materiale | materie prime | materiaal | grondstoffen | materialy | surowce | ravara | ravaror | malzeme | hammadde',
  ),
  labor: phrases(
    'labor | labour | wages | salaries | payroll | personnel | direct labor | direct labour | personal | personalkosten | lohne | lohnkosten | lohn | gehalter | main d oeuvre | salaires | frais de personnel | mano de obra | salarios | sueldos | personal gastos | mao de obra | manodopera | personale | salari | arbeid | lonen | personeel | personeelskosten | robocizna | wynagrodzenia | place | loner | lon | personalkostnader | iscilik | personel | ucretler',
  ),
  energy: phrases(
    'energy | utilities | electricity | power | gas | energie | energiekosten | strom | electricite | energia | electricidad | eletricidade | elettricita | elektriciteit | media | energi | el | enerji | elektrik',
  ),
  maintenance: phrases(
    'maintenance | repairs | repair and maintenance | repairs and maintenance | maintenance and repairs | instandhaltung | wartung | reparatur | reparaturen | entretien | maintenance et reparations | mantenimiento | reparaciones | manutencao | manutenzione | onderhoud | utrzymanie ruchu | remonty | konserwacja | underhall | bakim | bakim onarim | onarim',
  ),
  otherCost: phrases(
    'other cost | other costs | cost | costs | expense | expenses | other expense | other expenses | overhead | overheads | sonstige kosten | sonstiger aufwand | aufwand | kosten | gemeinkosten | autres charges | charge | charges | frais generaux | otros gastos | gasto | gastos | costes | costos | outros custos | despesa | despesas | altri costi | costo | costi | spese | overige kosten | koszty | pozostale koszty | koszty ogolne | ovriga kostnader | kostnad | kostnader | diger giderler | gider | giderler | maliyet',
  ),
  statistical: phrases(
    'statistical | statistical key figure | statistics | non monetary | statistisch | statistische kennzahl | statistique | estadistico | estadistica | estatistico | statistico | statistiek | statystyczne | statystyczny | statistisk | istatistiki',
  ),
  balanceSheet: phrases(
    'balance sheet | asset | assets | liability | liabilities | equity | bank | accounts receivable | accounts payable | fixed asset | fixed assets | bilanz | bilanzkonto | aktiva | passiva | aktiv | passiv | eigenkapital | bilan | actif | passif | capitaux propres | balance | activo | pasivo | patrimonio | ativo | passivo | attivo | stato patrimoniale | balans | activa | bilans | aktywa | pasywa | balansrakning | tillgang | skuld | bilanco | aktif | pasif',
  ),
  unknown: phrases('unknown | unbekannt | inconnu | desconocido | desconhecido | sconosciuto | onbekend | nieznany | okand | bilinmiyor'),
} as const;

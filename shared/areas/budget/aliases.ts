/** How plants and their systems head the columns of charts of accounts, budgets and ledgers. Earlier phrases are closer to the field. */
import { phrases } from '../../intake/dataset.ts';

export const accountAliases = phrases(
  'account | account number | gl account | g/l account | gl code | general ledger account | ledger account | nominal account | nominal code | account code | cost elem. | g/l acct | gl acct',
  'cost element | cost type | cost category code | cost code | expense code | expense account | cost account | budget account | natural account | main account | objectcode | object code',
  'konto | kontonummer | sachkonto | hauptbuchkonto | kostenart | kostenart nummer | kostenartennummer | kosten code | kontocode | kontonr',
  'compte | numero de compte | compte general | compte comptable | nature comptable | nature de charge | code cout | code de cout | id cout | code charge | nature de cout',
  'cuenta | numero de cuenta | cuenta contable | cuenta mayor | clase de coste | clase de costo | elemento de coste | codigo de coste | codigo de costo | codigo de gasto',
  'conta | conta contabil | conta razao | classe de custo | codigo de custo | numero da conta | elemento de custo',
  'conto | numero conto | conto contabile | conto coge | conto di contabilita generale | codice costo | codice di costo | voce di costo | natura di costo',
  'rekening | rekeningnummer | grootboekrekening | grootboek | grootboekrekeningnummer | kostensoort | kostencode',
  'konto ksiegowe | numer konta | konto kosztow | rodzaj kosztu | kod kosztu | koszt id | kod kosztow',
  'konto nummer | kontonummer | kostnadsslag | kostnadskod | kostnads id | kostnad id | kostnadsid',
  'hesap | hesap no | hesap kodu | hesap numarasi | ana hesap | maliyet turu | maliyet kodu | gider kodu | masraf kodu | gider turu',
  'kosten id | kostennummer | cout id | coste id | costo id | custo id | gasto id | masraf yeri turu',
);

export const accountNameAliases = phrases(
  'account name | account description | account title | cost element name | cost element descr. | cost element description | gl account name | description of account | account text',
  'kontobezeichnung | kontoname | kontotext | kostenartbezeichnung | kostenartenbezeichnung | bezeichnung des kontos | sachkontobezeichnung',
  'nom du compte | libelle du compte | libelle compte | intitule du compte | intitule | designation du compte',
  'nombre de cuenta | nombre de la cuenta | descripcion de cuenta | descripcion de la cuenta | denominacion de la cuenta',
  'nome da conta | descricao da conta | nome conta',
  'nome conto | descrizione conto | descrizione del conto | denominazione conto',
  'rekeningnaam | naam rekening | omschrijving rekening | rekeningomschrijving | grootboekomschrijving | kostensoortomschrijving',
  'nazwa konta | opis konta | kontonamn | kontobenamning | hesap adi | hesap aciklamasi',
);

export const costCenterAliases = phrases(
  'cost center | cost centre | costcenter | cost center code | department code | responsibility center | profit center | cc | cctr | cost ctr | dept | department',
  'kostenstelle | kostenstellennummer | kst | kostenstellennr | abteilung',
  'centre de cout | centre de couts | centre de frais | section analytique | centre analytique | service',
  'centro de coste | centro de costes | centro de costo | centro de costos | ceco | departamento',
  'centro de custo | centro de custos | centro di costo | cdc | reparto',
  'kostenplaats | kostendrager | afdeling | miejsce powstawania kosztow | mpk | centrum kosztow | dzial',
  'kostnadsstalle | kst | avdelning | masraf merkezi | masraf yeri | maliyet merkezi | departman',
);

export const budgetDateAliases = phrases(
  'date | budget date | month | period start | valid from | datum | monat | budgetdatum | mois | fecha | mes',
  'data | mese | maand | miesiac | manad | tarih | ay | butce tarihi',
  'day | tag | jour | dia | giorno',
);

export const postingDateAliases = phrases(
  'posting date | pstng date | postg date | date | accounting date | gl date | transaction date | entry date | effective date | month | doc. date | document date | trans date | booking date | invoice date',
  'buchungsdatum | datum | belegdatum | buchungstag | monat | valutadatum',
  'date comptable | date | date de comptabilisation | date d ecriture | date ecriture | date operation | date piece | mois',
  'fecha contable | fecha | fecha de contabilizacion | fecha de asiento | fecha documento | mes',
  'data de lancamento | data lancamento | data | data contabil | data do documento | mes',
  'data di registrazione | data registrazione | data contabile | data | data documento | mese',
  'boekdatum | boekingsdatum | datum | transactiedatum | maand',
  'data ksiegowania | data | data dokumentu | data operacji | miesiac',
  'bokforingsdatum | datum | verifikationsdatum | bokforingsdag | manad',
  'kayit tarihi | tarih | muhasebe tarihi | belge tarihi | fis tarihi | islem tarihi | ay',
  'buch dat',
);

export const periodAliases = phrases(
  'period | fiscal period | posting period | accounting period | period code | year month | yearmonth | fiscal year/period | gl period',
  'periode | buchungsperiode | geschaftsperiode | jahr monat | abrechnungsperiode | periode comptable | periode fiscale | annee mois',
  'periodo | periodo contable | periodo fiscal | ano mes | periodo contabile | periodo contabil | exercicio periodo | periodo di competenza',
  'month | posting month | monat | buchungsmonat | mois | mes | mes contable | mese | maand | miesiac | manad | ay',
  'boekperiode | boekingsperiode | okres | okres ksiegowy | okres obrachunkowy | bokforingsperiod | redovisningsperiod | donem | mali donem | muhasebe donemi',
);

export const fiscalYearAliases = phrases(
  'fiscal year | year | financial year | fy | geschaftsjahr | jahr | wirtschaftsjahr | exercice | annee | annee fiscale | ejercicio | ano | ano fiscal',
  'exercicio | anno | esercizio | anno fiscale | boekjaar | jaar | rok | rok obrotowy | rakenskapsar | ar | bokforingsar | yil | mali yil',
);

export const versionAliases = phrases(
  'version | budget version | plan version | scenario | revision | budget name | planversion | budgetversion | version du budget | scenario budgetaire | version de presupuesto',
  'version del presupuesto | escenario | versao | versao do orcamento | cenario | versione | versione budget | scenario di budget | budgetversie | versie | wersja | wersja budzetu',
  'budgetversion | scenariot | surum | butce surumu | versiyon',
);

export const budgetAmountAliases = phrases(
  'budget | budget amount | planned | planned budget | budgeted amount | budgeted | budget value | planned amount | plan amount | plan | planned cost | planned costs | plan cost | plan costs | planned value | budgeted cost | cost budget | annual budget | approved budget',
  'forecast | forecast amount | allocation | budgeted costs | budget cost | budget costs | monthly budget',
  'budgetbetrag | plankosten | planbetrag | planwert | budgetwert | budgetiert | kostenbudget | budgetierte kosten | planwerte | soll | sollkosten | budgetkosten | geplante kosten | sollbetrag',
  'montant budgete | montant du budget | budgete | montant prevu | cout prevu | couts prevus | prevu | prevision | budget previsionnel | cout budgete | couts budgetes | montant budget',
  'presupuesto | importe presupuestado | importe presupuesto | presupuestado | monto presupuestado | coste presupuestado | costo presupuestado | coste previsto | importe previsto | importe del presupuesto | gasto presupuestado',
  'orcamento | valor orcado | orcado | valor do orcamento | montante orcado | custo orcado | custo previsto | valor previsto | orcamentado | valor orcamentado',
  'preventivo | bilancio preventivo | importo preventivo | importo budget | importo di budget | budget previsto | costo previsto | costi previsti | importo previsto | importo preventivato | budget importo | costo preventivato | costo a budget',
  'begroting | begroot | begroot bedrag | budgetbedrag | gebudgetteerd | begrote kosten | gepland bedrag | geplande kosten | gebudgetteerd bedrag | budget bedrag',
  'budzet | kwota budzetu | kwota planowana | plan kosztow | koszt planowany | planowana kwota | planowany koszt | kwota budzetowa | planowane koszty | budzet kwota',
  'budgeterat | budgetbelopp | budgeterat belopp | planerad kostnad | planerat belopp | budgeterad kostnad | planerade kostnader | budget belopp',
  'butce | butce tutari | planlanan tutar | planlanan maliyet | butcelenen tutar | butcelenen | butce miktari | ongorulen tutar | plan tutari',
);

export const actualAmountAliases = phrases(
  'actual | actual amount | actual cost | actual costs | actuals | amount | cost | costs | net amount | val.in rep.cur. | value in obj. crcy | val/coarea crcy | valcoarcur | amount in local currency',
  'amount in lc | total act.costs | act. costs | posted amount | spend | expense | expenses | expense amount | total cost | value | balance | ledger amount | net | actual value | actual spend | cost amount',
  'istkosten | ist | ist betrag | istbetrag | betrag | kosten | ist kosten | betrag in hauswahrung | saldo | istwert | aufwand | buchungsbetrag | nettobetrag | gesamtkosten | tatsachliche kosten | wert',
  'montant | cout | couts | cout reel | couts reels | reel | realise | montant reel | montant realise | depense | depenses | solde | montant net | cout total | charge | charges | valeur',
  'importe | coste | costo | coste real | costo real | costes | costos | real | importe real | monto | monto real | gasto | gastos | saldo | importe neto | coste total | gasto real | gastos reales | valor',
  'valor | custo | custos | custo real | valor real | realizado | valor realizado | montante | despesa | despesas | custo total | gasto | valor liquido',
  'importo | costo effettivo | costi | consuntivo | importo effettivo | importo consuntivo | effettivo | spesa | spese | costi effettivi | costo totale | importo netto | costo consuntivo | valore',
  'bedrag | kosten | werkelijk | werkelijke kosten | werkelijk bedrag | realisatie | gerealiseerd | gerealiseerde kosten | uitgaven | totale kosten | waarde',
  'kwota | koszt | koszty | koszt rzeczywisty | koszty rzeczywiste | wykonanie | kwota rzeczywista | rzeczywiste koszty | wydatki | wydatek | rzeczywisty koszt | wartosc | saldo',
  'belopp | kostnad | kostnader | utfall | faktisk kostnad | verklig kostnad | faktiskt belopp | faktiska kostnader | utgift | utgifter | varde',
  'tutar | maliyet | maliyetler | gerceklesen | gerceklesen tutar | gerceklesen maliyet | fiili tutar | fiili maliyet | gider | giderler | harcama | gercek maliyet | deger',
);

export const debitAliases = phrases(
  'debit | debit amount | debits | dr | soll | sollbetrag | lastschrift | debit montant | debito | debe | cargo | importe debe | dare | importo dare | debet | debetbedrag',
  'winien | wn | kwota wn | kwota winien | obciazenie | debetbelopp | borc | borc tutari | montant debit | valor debito | avere debito',
);

export const creditAliases = phrases(
  'credit | credit amount | credits | cr | haben | habenbetrag | gutschrift | montant credit | credito | haber | abono | importe haber | avere | importo avere | creditbedrag',
  'ma | kwota ma | uznanie | kredit | kreditbelopp | alacak | alacak tutari | valor credito | creditering',
);

export const documentAliases = phrases(
  'document | document number | doc. no. | doc no | voucher | voucher number | journal number | journal entry | refdocno | ref doc no | ref. document | reference document | document no. | entry number | transaction id | batch number | ref document number',
  'beleg | belegnummer | buchungsbeleg | belegnr | piece | numero de piece | piece comptable | ecriture | documento | numero de documento | asiento | numero de asiento | comprobante',
  'lancamento | numero do documento | numero documento | registrazione | boekstuk | boekstuknummer | stuknummer | dokument | numer dokumentu | dowod ksiegowy | verifikation | verifikationsnummer | verifikat | vernr',
  'belge | belge no | belge numarasi | fis no | fis numarasi | yevmiye no',
  'n documento',
);

export const lineAliases = phrases(
  'document line | line item | line number | item number | posting item | row number | position | buchungszeile | belegposition | posten | zeile | ligne | numero de ligne | linea | posicion',
  'numero de linea | posicao | item do documento | riga | numero riga | regel | regelnummer | boekingsregel | pozycja | numer pozycji | rad | radnummer | satir | satir no | kalem',
);

export const textAliases = phrases(
  'text | line text | item text | description | memo | narration | posting text | comment | name | reference text | details | particulars',
  'buchungstext | positionstext | beschreibung | bemerkung | verwendungszweck | libelle | libelle ecriture | commentaire | texto | concepto | descripcion | glosa | glosa asiento',
  'historico | descricao | causale | descrizione | testo | omschrijving | tekst | opis | tresc | tekst pozycji | beskrivning | verifikationstext | aciklama | metin',
  'texte | line description',
);

export const accountTypeAliases = phrases(
  'type | account type | account class | account category | class | cost type group | account group | kontenart | kontoart | kontotyp | kontenklasse | kontengruppe | type de compte | classe de compte | nature',
  'tipo de cuenta | clase de cuenta | tipo cuenta | tipo de conta | classe da conta | tipo conto | tipo di conto | classe conto | rekeningtype | rekeningsoort | typ konta | rodzaj konta | kontotyp | kontoslag | hesap turu | hesap tipi | hesap sinifi',
  'art | clase | natura',
);

export const parentAccountAliases = phrases(
  'parent | parent account | summary account | roll up account | rollup account | oberkonto | ubergeordnetes konto | sammelkonto | compte parent | compte collectif | cuenta padre | cuenta superior',
  'conta pai | conta superior | conta sintetica | conto padre | conto superiore | mastro | bovenliggende rekening | konto nadrzedne | overordnat konto | huvudkonto | ust hesap',
);

export const driverAliases = phrases(
  'driver | cost driver | volume driver | activity driver | kostentreiber | bezugsgrosse | inducteur | inducteur de cout | generador de coste | inductor | direcionador | driver di costo',
  'kostenveroorzaker | nosnik kosztow | kostnadsdrivare | maliyet etkeni | dagitim anahtari',
);

/** In a chart of accounts the name stands alone. */
export const accountListNameAliases = phrases(
  'name | description | account name | account description | account title | title | bezeichnung | kontobezeichnung | kontoname | nom | libelle | intitule | designation',
  'nombre | descripcion | nombre de cuenta | nome | descricao | nome da conta | denominazione | descrizione | naam | omschrijving | rekeningnaam | nazwa | opis | nazwa konta | namn | benamning | kontonamn | ad | adi | hesap adi | aciklama',
  'libelle du compte | intitule du compte | denominacion | descrizione conto | nome conto',
);

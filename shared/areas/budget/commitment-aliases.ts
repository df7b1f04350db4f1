/** How purchasing and project reports head commitments, standards and earned value. Earlier phrases are closer to the field. */
import { phrases } from '../../intake/dataset.ts';

export const commitmentDocumentAliases = phrases(
  'commitment document | purchase order | purchase order number | po | po number | po no | purchase requisition | requisition | requisition number | pr number | purchasing document | purchasing doc. | purch.doc. | ref. document number | bestellung | bestellnummer | bestellanforderung | banf | einkaufsbeleg | belegnummer einkauf | commande | numero de commande | bon de commande | demande d achat',
  'pedido | pedido de compra | orden de compra | numero de pedido | solicitud de pedido | requisicion | ordem de compra | numero do pedido | requisicao de compra | ordine di acquisto | oda | numero ordine acquisto | richiesta di acquisto | inkooporder | inkoopordernummer | bestelaanvraag | zamowienie | numer zamowienia | zapotrzebowanie | inkopsorder | inkopsordernummer | bestallning | anmodan | satin alma siparisi | satinalma siparis no | satin alma talebi',
);

export const commitmentLineAliases = phrases(
  'line | line item | item | po line | document item | purchase order item | position | bestellposition | ligne | poste | poste de commande | linea | posicion | linha | posicao | item do pedido | riga | posizione | regel | orderregel | pozycja | rad | orderrad | satir | kalem',
);

export const accountAssignmentAliases = phrases(
  'account assignment | acct assignment | acct. assgmt. | account assignment number | kontierung | lfd nr kontierung | imputation | imputation comptable | imputacion | contabilizacao | classificacao contabil | imputazione | contabilizzazione | rekeningtoewijzing | dekretacja | kontering | hesap atamasi | hesap tayini',
);

/** Only words for what is ordered and not yet invoiced: an open invoice is no commitment. */
export const commitmentAmountAliases = phrases(
  'commitment | commitments | commitment amount | open commitment | open commitments | committed | committed amount | commitment value | encumbrance | encumbrances | encumbered amount | encumbrance amount | open po amount | open po value | open order value | remaining commitment | still to be delivered value | still to be invoiced value | purchase order commitment',
  'obligo | obligobetrag | offenes obligo | restobligo | bestellobligo | offener bestellwert | noch zu liefern wert | engagement | montant engage | reste a engager | engage | engagement restant | solde engage | compromiso | comprometido | importe comprometido | saldo comprometido | compromisos | monto comprometido',
  'compromisso | valor comprometido | saldo empenhado | valor empenhado | empenho | impegno | importo impegnato | impegnato | impegni | valore ordini aperti | verplichting | openstaande verplichting | verplichtingen | verplichting bedrag | zobowiazanie | kwota zobowiazania | zaangazowanie | zaangazowana kwota | obligobelopp | atagande | aterstaende bestallningsvarde | bestallningsvarde | taahhut | taahhut tutari | acik siparis tutari',
);

export const commitmentKindAliases = phrases(
  'commitment type | encumbrance type | document type | doc. type | obligoart | belegart | type d engagement | type de document | tipo de compromiso | tipo de documento | tipo de compromisso | tipo di impegno | tipo documento | soort verplichting | documentsoort | rodzaj zobowiazania | rodzaj dokumentu | atagandetyp | dokumenttyp | taahhut turu | belge turu',
);

export const commitmentDateAliases = phrases(
  'order date | commitment date | document date | po date | purchase order date | posting date | date | bestelldatum | belegdatum | obligodatum | datum | date de commande | date d engagement | date de document | date | fecha de pedido | fecha de compromiso | fecha documento | fecha | data do pedido | data do empenho | data | data ordine | data impegno | orderdatum | besteldatum | data zamowienia | orderdatum | bestallningsdatum | siparis tarihi | taahhut tarihi | tarih',
);

export const commitmentDueAliases = phrases(
  'due | due date | delivery date | required date | expected delivery | liefertermin | lieferdatum | fallig am | date de livraison | date d echeance | fecha de entrega | fecha prevista | data de entrega | data de vencimento | data di consegna | data consegna | leverdatum | data dostawy | leveransdatum | teslim tarihi',
  'required by | falligkeitsdatum | echeance | fecha de vencimiento | fecha limite | scadenza | data di scadenza',
);

export const commitmentVendorAliases = phrases(
  'vendor | vendor name | supplier | supplier name | name of vendor | vendor nam | lieferant | kreditor | name des lieferanten | fournisseur | nom du fournisseur | proveedor | nombre del proveedor | fornecedor | nome do fornecedor | fornitore | nome fornitore | leverancier | dostawca | nazwa dostawcy | leverantor | tedarikci | satici',
);

export const commitmentOrderAliases = phrases(
  'internal order | order | work breakdown structure element | wbs element | project | innenauftrag | psp element | ordre interne | element d otp | orden interna | elemento pep | ordem interna | ordine interno | elemento wbs | interne order | zlecenie wewnetrzne | element psp | internorder | ic siparis | pyp ogesi',
);

export const fundAliases = phrases('fund | fonds | fondo | fundo | fundusz | fond | fon');

export const standardItemAliases = phrases(
  'item | item number | part number | material | material number | product | product code | sku | artikel | artikelnummer | materialnummer | article | code article | articulo | codigo de articulo | artigo | codigo do artigo | articolo | codice articolo | artikelcode | indeks | numer artykulu | artikelnr | malzeme kodu | urun kodu | stok kodu',
);

export const standardLineAliases = phrases(
  'line | work center | production line | resource | cost center | linie | arbeitsplatz | kostenstelle | ligne | poste de charge | linea | centro de trabajo | linha | centro de trabalho | centro di lavoro | lijn | werkplek | linia | stanowisko | linje | arbetsplats | hat | is merkezi',
);

export const standardNameAliases = phrases(
  'name | description | item description | bezeichnung | designation | descripcion | nombre | descricao | nome | descrizione | omschrijving | opis | nazwa | benamning | aciklama | ad',
);

export const validFromAliases = phrases(
  'valid from | effective date | effective from | from | as of | start of validity | gultig ab | gultig von | stichtag | valable a partir du | date d effet | valide du | valido desde | vigente desde | fecha efectiva | valido a partir de | data de vigencia | valido dal | data decorrenza | decorrenza | geldig vanaf | ingangsdatum | wazne od | obowiazuje od | giltig fran | galler fran | gecerlilik baslangici | gecerli baslangic',
);

export const standardPriceAliases = phrases(
  'standard price | std price | planned price | standard material price | standardpreis | planpreis | prix standard | precio estandar | preco padrao | prezzo standard | standaardprijs | cena standardowa | cena planowana | standardpris | standart fiyat',
);

export const standardRateAliases = phrases(
  'standard rate | std rate | labor rate | labour rate | standard labor rate | hourly rate | planned rate | standardsatz | stundensatz | tarif | taux standard | taux horaire | taux horaire standard | tarifa estandar | tarifa horaria | tasa estandar | taxa padrao | taxa horaria | tariffa standard | tariffa oraria | standaardtarief | uurtarief | stawka standardowa | stawka godzinowa | standardtaxa | timkostnad | timtaxa | standart ucret | saat ucreti',
);

export const standardQuantityAliases = phrases(
  'standard quantity | std qty | standard qty | quantity per unit | standard usage | planned quantity per unit | standardmenge | sollmenge je einheit | menge je einheit | quantite standard | quantite par unite | cantidad estandar | cantidad por unidad | quantidade padrao | quantidade por unidade | quantita standard | quantita per unita | standaardhoeveelheid | hoeveelheid per eenheid | ilosc standardowa | zuzycie normatywne | ilosc na jednostke | standardmangd | mangd per enhet | standart miktar | birim basina miktar',
);

export const standardHoursAliases = phrases(
  'standard hours | std hours | standard hours per unit | hours per unit | std hrs | labor hours per unit | standardstunden | vorgabestunden | stunden je einheit | heures standard | heures par unite | temps standard | horas estandar | horas por unidad | horas padrao | horas por unidade | ore standard | ore per unita | standaarduren | normuren | uren per eenheid | godziny standardowe | normogodziny | godziny na jednostke | standardtimmar | timmar per enhet | standart saat | birim basina saat',
);

export const perUnitAliases = phrases('unit | per | unit of measure | uom | einheit | unite | unidad | unidade | unita | eenheid | jednostka | enhet | birim');

export const projectAliases = phrases(
  'project | project number | project code | project id | wbs | wbs element | work package | projekt | projektnummer | psp element | arbeitspaket | projet | code projet | numero de projet | lot de travaux | proyecto | codigo de proyecto | numero de proyecto | paquete de trabajo | projeto | codigo do projeto | pacote de trabalho | progetto | codice progetto | commessa | projectnummer | projectcode | werkpakket | kod projektu | numer projektu | projektnr | projektkod | proje | proje kodu | proje no',
);

export const projectNameAliases = phrases(
  'project name | name | description | task name | projektname | bezeichnung | nom du projet | nombre del proyecto | nombre | nome do projeto | nome progetto | projectnaam | nazwa projektu | projektnamn | proje adi',
);

export const bacAliases = phrases(
  'budget at completion | bac | total budget | project budget | approved budget | gesamtbudget | projektbudget | plankosten gesamt | budget a l achevement | budget total | budget du projet | presupuesto total | presupuesto del proyecto | presupuesto hasta la conclusion | orcamento total | orcamento no termino | orcamento do projeto | budget totale | budget al completamento | budget di progetto | totaalbudget | projectbudget | budzet calkowity | budzet projektu | totalbudget | projektbudget | toplam butce | proje butcesi',
);

export const plannedValueAliases = phrases(
  'planned value | pv | bcws | planned value pv | budgeted cost of work scheduled | planwert | geplanter wert | valeur planifiee | valeur prevue | valor planificado | valor planeado | valor planejado | valore pianificato | geplande waarde | wartosc planowana | planerat varde | planlanan deger',
);

export const earnedValueAliases = phrases(
  'earned value | ev | bcwp | budgeted cost of work performed | fertigstellungswert | leistungswert | earned value ev | valeur acquise | valor ganado | valor agregado | valore guadagnato | valore acquisito | verdiende waarde | wartosc wypracowana | intjanat varde | upparbetat varde | kazanilmis deger',
);

export const actualCostAliases = phrases(
  'actual cost | ac | acwp | actual cost of work performed | actual cost ac | actual to date | istkosten | aufgelaufene kosten | cout reel | couts reels | coste real | costo real | custo real | costo effettivo | costo reale | werkelijke kosten | koszt rzeczywisty | faktisk kostnad | gercek maliyet | fiili maliyet',
);

export const forecastAtCompletionAliases = phrases(
  'estimate at completion | eac | forecast at completion | estimated final cost | prognose gesamtkosten | kosten bei fertigstellung | estimation a l achevement | cout final estime | estimacion a la conclusion | costo final estimado | estimativa no termino | stima al completamento | costo a finire totale | raming bij oplevering | szacunek na zakonczenie | prognos vid fardigstallande | tamamlanma tahmini',
);

export const projectStartAliases = phrases(
  'project start | start date | start | planned start | projektstart | startdatum | beginn | debut | date de debut | inicio | fecha de inicio | data de inicio | inizio | data inizio | begindatum | data rozpoczecia | startdag | baslangic tarihi',
);

export const projectEndAliases = phrases(
  'project end | end date | finish date | planned finish | finish | projektende | enddatum | ende | fin | date de fin | fecha fin | fecha de fin | data fim | data de termino | fine | data fine | einddatum | data zakonczenia | slutdatum | bitis tarihi',
);

export const projectStatusAliases = phrases('status | project status | projektstatus | statut | estado | situacao | stato | stan | durum');

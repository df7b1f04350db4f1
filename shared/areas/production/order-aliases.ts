/** How ERP and MES lists head production orders and product masters. Earlier phrases are closer to the field. */
import { phrases } from '../../intake/dataset.ts';

export const productionOrderAliases = phrases(
  'production order | production order number | manufacturing order | manufacturing order number | process order | shop order | mo number | order number | order | order num | job | job number | job order | order id',
  'fertigungsauftrag | fertigungsauftragsnummer | produktionsauftrag | fa nummer | auftrag | auftragsnummer | ordre de fabrication | numero of | of | ordre de production | orden de fabricacion | orden de produccion | numero de orden | orden',
  'ordem de producao | ordem de fabrico | numero da ordem | ordem | ordine di produzione | odp | numero ordine | commessa | productieorder | productieordernummer | ordernummer | zlecenie produkcyjne | numer zlecenia | zlecenie | tillverkningsorder | produktionsorder | uretim emri | uretim emri no | is emri no',
);

export const orderProductAliases = phrases(
  'product | product code | material | material number | item | item number | part number | part no | article | article number | sku | apn | artikel | artikelnummer | materialnummer | produkt | teilenummer | produit | code produit | article | reference | code article',
  'producto | codigo de producto | articulo | material | codigo de articulo | produto | codigo do produto | artigo | prodotto | codice prodotto | articolo | codice articolo | artikelcode | productcode | produkt | indeks | kod produktu | artikel | artikelnummer | produktkod | urun | urun kodu | malzeme kodu | stok kodu',
);

export const orderProductNameAliases = phrases(
  'product name | material description | item description | part description | product description | article description | produktname | materialkurztext | materialbezeichnung | artikelbezeichnung | designation | designation article | designation produit | nombre del producto | descripcion del material | descripcion del articulo',
  'nome do produto | descricao do material | descricao do produto | nome prodotto | descrizione articolo | descrizione materiale | productnaam | artikelomschrijving | nazwa produktu | nazwa wyrobu | opis materialu | produktnamn | artikelbenamning | urun adi | malzeme aciklamasi | malzeme tanimi',
);

export const orderLineAliases = phrases(
  'line | production line | work center | work centre | line code | linie | produktionslinie | arbeitsplatz | fertigungslinie | ligne | ligne de production | poste de charge | linea | linea de produccion | centro de trabajo | linha | linha de producao | linea di produzione | centro di lavoro | lijn | productielijn | linia | linia produkcyjna | linje | produktionslinje | hat | uretim hatti | is merkezi',
);

export const customerAliases = phrases(
  'customer | customer name | client | sold to party | kunde | kundenname | auftraggeber | client | nom du client | cliente | nombre del cliente | nome do cliente | nome cliente | klant | klantnaam | klient | nazwa klienta | kund | kundnamn | musteri | musteri adi',
);

export const productionOrderTypeAliases = phrases(
  'production order type | order type | mrp controller order type | auftragsart | type d ordre | clase de orden | tipo de orden | tipo de ordem | tipo ordine | ordertype | rodzaj zlecenia | ordertyp | siparis turu | emir turu',
);

export const productionOrderStatusAliases = phrases(
  'status | order status | system status | job status | auftragsstatus | systemstatus | statut | statut de l ordre | estado | estado de la orden | estado da ordem | stato | stato ordine | orderstatus | status zlecenia | durum | emir durumu',
);

export const plannedStartAliases = phrases(
  'planned start | basic start date | bas. start date | basic start | scheduled start | scheduled start date | planned start date | start date | start | geplanter start | eckstarttermin | starttermin | startdatum | plan start | debut prevu | date de debut prevue | date de debut | inicio previsto | inicio planificado | fecha de inicio | fecha inicio',
  'data de inicio | inicio planejado | inizio previsto | inizio pianificato | data inizio | data di inizio | geplande start | geplande startdatum | planowany start | planowane rozpoczecie | data rozpoczecia | planerad start | startdag | planlanan baslangic | baslangic tarihi',
);

export const orderDueAliases = phrases(
  'due | due date | basic finish date | basic fin. date | basic finish | scheduled finish | planned finish | planned end | planned end date | required date | delivery date | ship date | finish date | end date | fallig am | ecktermin | eckendtermin | endtermin | liefertermin | geplantes ende | termin | enddatum | fin prevue | date de fin prevue | date de livraison | date d echeance | date de fin',
  'fin previsto | fecha de entrega | fecha de vencimiento | fecha fin | fecha de fin | fim previsto | data de entrega | data de vencimento | data fim | fine prevista | data di consegna | data consegna | data fine | scadenza | leverdatum | geplande einddatum | einddatum | termin realizacji | data dostawy | planowane zakonczenie | leveransdatum | planerat slut | slutdatum | teslim tarihi | planlanan bitis | bitis tarihi',
);

export const orderFinishedAliases = phrases(
  'finished | actual finish date | actual finish | completed | completion date | actual end | date completed | istende | fertig am | fertigstellung | tatsachliches ende | fin reelle | date de fin reelle | termine le | fin real | fecha de finalizacion | terminado el | fim real | data de conclusao | concluido em | fine effettiva | data completamento | gereed op | gereeddatum | data zakonczenia | rzeczywiste zakonczenie | avslutad | fardigdatum | tamamlanma tarihi | gercek bitis',
);

export const orderPlannedAliases = phrases(
  'planned | order quantity | order quantity gmein | order qty | planned quantity | planned qty | target quantity | target qty | ordered quantity | ordered qty | quantity ordered | qty ordered | lot size | auftragsmenge | sollmenge | planmenge | geplante menge | losgrosse | bestellmenge | quantite prevue | quantite ordonnee | quantite commandee | quantite planifiee | quantite lancee',
  'cantidad planificada | cantidad de la orden | cantidad ordenada | cantidad pedida | quantidade planejada | quantidade da ordem | quantidade encomendada | quantidade pedida | quantita pianificata | quantita ordine | quantita ordinata | geplande hoeveelheid | orderhoeveelheid | besteld aantal | orderaantal | ilosc planowana | ilosc zlecona | ilosc zamowiona | planerat antal | orderkvantitet | orderantal | bestallt antal | planlanan miktar | siparis miktari | emir miktari',
);

export const orderProducedAliases = phrases(
  'produced | delivered quantity | delivered quantity gmein | delivered qty | quantity produced | produced quantity | produced qty | qty produced | completed quantity | completed qty | quantity completed | qty completed | finished quantity | confirmed quantity | confirmed yield quantity | confirmed yield quantity gmein | quantity delivered | make quantity',
  'gelieferte menge | liefermenge | produzierte menge | gefertigte menge | gutmenge | ruckgemeldete menge | fertige menge | quantite produite | quantite livree | quantite realisee | quantite fabriquee | quantite terminee | cantidad producida | cantidad entregada | cantidad terminada | cantidad fabricada | cantidad completada',
  'quantidade produzida | quantidade entregue | quantidade concluida | quantita prodotta | quantita consegnata | quantita completata | quantita versata | geproduceerde hoeveelheid | geleverde hoeveelheid | geproduceerd aantal | gereed aantal | ilosc wyprodukowana | ilosc dostarczona | ilosc wykonana | producerat antal | levererat antal | fardigt antal | tillverkat antal | uretilen miktar | teslim edilen miktar | tamamlanan miktar',
);

export const orderScrapAliases = phrases(
  'scrap | confirmed scrap | confirmed scrap quantity | scrap quantity | scrap qty | scrapped | ausschuss | ausschussmenge | rebut | rebuts | quantite rebutee | chatarra | rechazo | cantidad rechazada | refugo | sucata | scarto | scarti | uitval | afkeur | braki | ilosc brakow | kassation | kasserat | hurda | fire',
);

export const orderUnitAliases = phrases(
  'unit | unit of measure | unit of measure gmein | uom | base unit | base unit of measure | gmein | einheit | mengeneinheit | basismengeneinheit | unite | unite de mesure | unidad | unidad de medida | unidade | unidade de medida | unita | unita di misura | eenheid | jednostka | jednostka miary | enhet | birim | olcu birimi',
);

export const productCodeAliases = phrases(
  'product | product code | product number | product id | material | material number | item | item number | item code | part number | sku | article number | produkt | produktnummer | artikel | artikelnummer | materialnummer | teilenummer | produit | code produit | article | code article | reference | producto | codigo de producto | articulo | codigo de articulo',
  'produto | codigo do produto | artigo | codigo do artigo | prodotto | codice prodotto | articolo | codice articolo | productcode | artikelcode | produkt | kod produktu | indeks | kod wyrobu | artikel | artikelnummer | produktkod | urun | urun kodu | malzeme kodu | stok kodu',
);

export const productNameAliases = phrases(
  'name | product name | description | product description | item description | material description | bezeichnung | produktname | artikelbezeichnung | materialkurztext | designation | nom | nom du produit | libelle | nombre | nombre del producto | descripcion | nome | nome do produto | descricao | descrizione | nome prodotto | naam | omschrijving | productnaam | nazwa | nazwa produktu | opis | namn | benamning | produktnamn | ad | urun adi | aciklama | tanim',
);

export const productGroupAliases = phrases(
  'product group | product family | item group | material group | product category | product line | produktgruppe | warengruppe | artikelgruppe | famille de produits | groupe d articles | famille article | grupo de productos | familia de productos | familia | grupo de produtos | familia de produtos | gruppo prodotti | famiglia prodotto | gruppo merci | productgroep | artikelgroep | grupa produktow | grupa towarowa | produktgrupp | artikelgrupp | urun grubu | urun ailesi',
);

export const productCycleAliases = phrases(
  'ideal cycle | ideal cycle time | ideal cycle seconds | standard cycle time | cycle time | target cycle time | takt time | design cycle time | seconds per unit | sec per part | zykluszeit | taktzeit | sollzykluszeit | vorgabezeit je stuck | idealer zyklus | temps de cycle | temps de cycle ideal | temps de cycle theorique | cadence theorique | tiempo de ciclo | tiempo de ciclo ideal | tiempo de ciclo estandar',
  'tempo de ciclo | tempo de ciclo ideal | tempo de ciclo padrao | tempo ciclo | tempo ciclo ideale | tempo di ciclo | tempo ciclo standard | cyclustijd | ideale cyclustijd | normtijd per stuk | czas cyklu | idealny czas cyklu | normatywny czas cyklu | cykeltid | ideal cykeltid | normcykeltid | cevrim suresi | ideal cevrim suresi | standart cevrim suresi',
);

export const productCostAliases = phrases(
  'standard cost | standard unit cost | std cost | unit standard cost | standard price | standardkosten | standardpreis | plankosten je einheit | herstellkosten je stuck | cout standard | prix standard | cout de revient standard | coste estandar | costo estandar | precio estandar | custo padrao | preco padrao | costo standard | prezzo standard | standaardkosten | standaardkostprijs | kostprijs | koszt standardowy | cena standardowa | standardkostnad | standardpris | standart maliyet | standart fiyat',
);

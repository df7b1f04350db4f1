/** How ERP, warehouse and CMMS lists head stock and goods receipts. Earlier phrases are closer to the field. */
import { phrases } from '../../intake/dataset.ts';

export const stockDateAliases = phrases(
  'stock date | as of date | as of | inventory date | count date | balance date | snapshot date | date | stichtag | bestandsdatum | inventurdatum | datum | date de stock | date d inventaire | date | fecha de inventario | fecha de existencias | fecha | data do inventario | data de estoque | data | data inventario | data giacenza | voorraaddatum | teldatum | datum | data stanu | data inwentaryzacji | lagerdatum | inventeringsdatum | stok tarihi | sayim tarihi | tarih',
);

export const itemAliases = phrases(
  'item | item number | item code | item no | part number | part no | part | part id | material | material number | material code | sku | stock code | article | article number | spare part | product code | product | spare part number',
  'artikel | artikelnummer | material | materialnummer | teilenummer | teil | ersatzteil | ersatzteilnummer | sachnummer | article | code article | reference | reference article | numero de piece | piece | piece de rechange | reference piece',
  'articulo | codigo de articulo | material | codigo de material | numero de parte | pieza | repuesto | referencia | codigo de repuesto | artigo | codigo do artigo | codigo do material | peca | codigo da peca | numero da peca | item',
  'articolo | codice articolo | materiale | codice materiale | ricambio | codice ricambio | pezzo | artikelcode | onderdeel | onderdeelnummer | materiaalnummer | material | indeks | indeks materialowy | numer czesci | czesc | kod materialu | kod artykulu',
  'artikel | artikelnr | reservdel | reservdelsnummer | materialnummer | malzeme | malzeme kodu | malzeme no | stok kodu | parca | parca no | parca numarasi | urun kodu',
);

export const itemNameAliases = phrases(
  'item name | item description | part name | part description | material description | description | name | product name | artikelbezeichnung | materialkurztext | materialbezeichnung | bezeichnung | teilebezeichnung | designation | designation article | libelle | nom de la piece | nom | descripcion | descripcion del articulo | descripcion del material | nombre de la pieza | nombre',
  'descricao | descricao do material | descricao do item | nome da peca | nome | descrizione | descrizione articolo | descrizione materiale | nome ricambio | omschrijving | artikelomschrijving | onderdeelnaam | naam | nazwa | nazwa czesci | nazwa materialu | opis materialu | opis | benamning | artikelbenamning | reservdelsnamn | namn | malzeme adi | malzeme aciklamasi | malzeme tanimi | parca adi | tanim | ad | adi',
  'libelle article | texto material',
);

export const stockLocationAliases = phrases(
  'location | storage bin | bin | bin location | bin number | shelf | stock location | storage location | warehouse | warehouse location | store | storeroom | lagerplatz | lagerort | lager | lagerfach | regal | fach | emplacement | emplacement de stockage | magasin | zone | entrepot | casier',
  'ubicacion | almacen | ubicacion de almacen | estante | deposito | localizacao | local de armazenagem | posicao de estoque | almoxarifado | armazem | prateleira | ubicazione | magazzino | posizione di magazzino | scaffale | deposito | locatie | magazijnlocatie | magazijn | opslaglocatie | schap | lokalizacja | magazyn | miejsce skladowania | regal | polka | lagerplats | lager | hylla | forrad | konum | depo | depo yeri | raf | stok yeri | alan',
  'emplacement de stock | casier | posicion | scaffale',
);

export const warehouseAliases = phrases(
  'warehouse code | storage type | storage area | stock room code | lagertyp | lagerbereich | type de magasin | tipo de almacen | tipo de deposito | tipo magazzino | magazijntype | typ skladu | lagertyp | depo tipi',
);

export const batchAliases = phrases(
  'batch | batch number | lot | lot number | charge | chargennummer | numero de lot | lote | numero de lote | lotto | numero lotto | partij | partijnummer | partia | numer partii | batchnummer | parti no | parti',
);

export const stockUnitAliases = phrases(
  'unit | unit of measure | uom | base unit of measure | base unit | stock unit | um | einheit | mengeneinheit | basismengeneinheit | me | unite | unite de mesure | unidad | unidad de medida | unidade | unidade de medida | unita | unita di misura | eenheid | voorraadeenheid | jednostka | jednostka miary | jm | enhet | lagerenhet | birim | olcu birimi',
);

/** Plain words for a quantity come last: they are stock only beside something that says so. */
export const onHandAliases = phrases(
  'on hand | on hand quantity | on hand qty | quantity on hand | qty on hand | qoh | stock on hand | current stock | stock quantity | stock qty | stock level | total stock | inventory | inventory quantity | current balance | physical stock | in stock | stock | unrestricted | unrestricted stock | closing stock | available quantity in stock',
  'bestand | lagerbestand | gesamtbestand | istbestand | bestandsmenge | aktueller bestand | vorrat | frei verwendbar | stock actuel | stock physique | quantite en stock | en stock | stock total | stock disponible physique | existencias | existencia | stock actual | cantidad en stock | cantidad en existencia | inventario actual | inventario',
  'estoque | estoque atual | quantidade em estoque | saldo em estoque | existencias | stock atual | giacenza | giacenza attuale | quantita in giacenza | scorta | scorta attuale | quantita a magazzino | esistenza | voorraad | huidige voorraad | voorraadaantal | aantal op voorraad | stan magazynowy | stan | ilosc na stanie | zapas | stan biezacy',
  'lagersaldo | saldo i lager | antal i lager | lagerantal | lager antal | stok | stok miktari | mevcut stok | eldeki miktar | mevcut miktar | stok adedi',
  'quantity | qty | menge | quantite | cantidad | quantidade | quantita | hoeveelheid | aantal | ilosc | antal | kvantitet | miktar | adet',
);

/** Headers that name a quantity of anything. */
export const plainQuantities = phrases(
  'quantity | qty | menge | quantite | cantidad | quantidade | quantita | hoeveelheid | aantal | ilosc | antal | kvantitet | miktar | adet | inventory | inventario | stan | stock',
);

export const availableAliases = phrases(
  'available | available stock | available quantity | available qty | qty available | verfugbar | verfugbarer bestand | disponible | stock disponible | quantite disponible | existencias disponibles | cantidad disponible | disponivel | estoque disponivel | quantidade disponivel | disponibile | giacenza disponibile | quantita disponibile | beschikbaar | beschikbare voorraad | dostepne | ilosc dostepna | stan dostepny | tillgangligt | disponibelt saldo | kullanilabilir | kullanilabilir stok',
);

export const minimumAliases = phrases(
  'minimum | minimum quantity | minimum qty | min qty | min quantity | min stock | minimum stock | min level | minimum part qty threshold | safety stock | minimum on hand | mindestbestand | mindestmenge | minimalbestand | sicherheitsbestand | stock minimum | stock mini | quantite minimale | quantite minimum | stock de securite | seuil minimum',
  'stock minimo | cantidad minima | existencia minima | stock de seguridad | estoque minimo | quantidade minima | estoque de seguranca | scorta minima | quantita minima | scorta di sicurezza | giacenza minima | minimumvoorraad | minimale voorraad | minimum hoeveelheid | veiligheidsvoorraad | stan minimalny | ilosc minimalna | zapas minimalny | zapas bezpieczenstwa | minsta kvantitet | minimilager | sakerhetslager | minimiantal | minimum adet | minimum stok | minimum miktar | emniyet stogu | asgari stok',
);

export const maximumAliases = phrases(
  'maximum | maximum quantity | max qty | max quantity | max stock | maximum stock | max part qty threshold | max level | hochstbestand | maximalbestand | hochstmenge | stock maximum | stock maxi | quantite maximale | stock maximo | cantidad maxima | estoque maximo | quantidade maxima | scorta massima | quantita massima | maximumvoorraad | maximale voorraad | stan maksymalny | ilosc maksymalna | maxlager | maximalt antal | maksimum stok | maksimum miktar | azami stok',
);

export const reorderAliases = phrases(
  'reorder point | reorder level | re order point | rop | reorder quantity level | meldebestand | bestellpunkt | point de commande | seuil de reapprovisionnement | seuil de commande | punto de pedido | punto de reorden | ponto de pedido | ponto de reposicao | punto di riordino | livello di riordino | bestelpunt | bestelniveau | punkt zamawiania | poziom zamawiania | bestallningspunkt | yeniden siparis noktasi | siparis noktasi',
);

export const unitPriceAliases = phrases(
  'price | unit price | unit cost | cost per unit | cost | last price | average price | moving price | moving average price | avg cost | list price | preis | stuckpreis | einzelpreis | verrechnungspreis | gleitender durchschnittspreis | kosten je einheit | prix | prix unitaire | cout unitaire | cout | pmp | precio | precio unitario | coste unitario | costo unitario | costo',
  'preco | preco unitario | custo unitario | custo | prezzo | prezzo unitario | costo unitario | costo medio | prijs | stukprijs | eenheidsprijs | kostprijs | cena | cena jednostkowa | koszt jednostkowy | pris | styckpris | a pris | enhetspris | fiyat | birim fiyat | birim maliyet | maliyet',
);

export const stockValueAliases = phrases(
  'stock value | inventory value | total value | value of stock | extended cost | bestandswert | lagerwert | valeur du stock | valeur stock | valor de stock | valor de existencias | valor del inventario | valor do estoque | valore di magazzino | valore giacenza | voorraadwaarde | wartosc zapasu | wartosc magazynu | lagervarde | stok degeri | envanter degeri',
);

export const itemCategoryAliases = phrases(
  'category | item category | part category | material group | item group | part type | kategorie | warengruppe | materialgruppe | categorie | famille | categoria | familia | grupo de articulos | grupo de materiais | gruppo merceologico | famiglia | artikelgroep | categorie | kategoria | grupa materialowa | kategori | varugrupp | kategori | malzeme grubu',
);

export const supplierAliases = phrases(
  'supplier | supplier name | vendor | vendor name | vendors | suppliers | lieferant | lieferanten | lieferantenname | kreditor | fournisseur | fournisseurs | nom du fournisseur | proveedor | proveedores | nombre del proveedor | fornecedor | fornecedores | nome do fornecedor | fornitore | fornitori | nome fornitore | leverancier | leveranciers | naam leverancier | dostawca | dostawcy | nazwa dostawcy | leverantor | leverantorer | leverantorsnamn | tedarikci | tedarikciler | tedarikci adi | satici | saticilar',
);

export const lastReceiptAliases = phrases(
  'last receipt | last receipt date | last received | gr date | date last received | last movement | letzter wareneingang | letzter zugang | we datum | derniere entree | date derniere reception | ultima entrada | fecha ultima entrada | ultimo ricevimento | data ultimo carico | laatste ontvangst | ostatnie przyjecie | senaste inleverans | son giris tarihi',
);

export const specialStockAliases = phrases(
  'special stock | special stock indicator | stock type | sonderbestand | sonderbestandskennzeichen | bestandsart | stock special | type de stock | stock especial | tipo de stock | estoque especial | tipo de estoque | stock speciale | tipo giacenza | speciale voorraad | zapas specjalny | speciallager | ozel stok',
);

export const receiptDocumentAliases = phrases(
  'receipt | receipt number | goods receipt | goods receipt number | gr number | grn | material document | material doc. | delivery note | packing slip | receiving document | wareneingang | wareneingangsnummer | materialbeleg | lieferschein | lieferscheinnummer | bon de reception | numero de reception | bon de livraison | entrada de mercancia | numero de recepcion | albaran | nota de entrega',
  'recebimento | numero do recebimento | nota fiscal | guia de remessa | ricevimento | numero ricevimento | bolla di consegna | ddt | documento materiale | ontvangst | ontvangstnummer | pakbon | goederenontvangst | przyjecie | numer przyjecia | dokument pz | pz | inleverans | inleveransnummer | foljesedel | mal kabul | mal kabul no | irsaliye no | irsaliye',
);

export const receiptLineAliases = phrases(
  'receipt line | line | line number | item line | document item | matdoc item | position | belegposition | ligne | numero de ligne | linea | posicion | numero de linea | linha | posicao | riga | numero riga | regel | regelnummer | pozycja | rad | radnummer | satir | kalem',
);

export const receiptDateAliases = phrases(
  'receipt date | date received | received date | received on | gr date | goods receipt date | posting date | date | wareneingangsdatum | eingangsdatum | we datum | buchungsdatum | datum | date de reception | recu le | date | fecha de recepcion | fecha de entrada | recibido el | fecha | data de recebimento | data do recebimento | recebido em | data | data ricevimento | data di ricevimento | data carico',
  'ontvangstdatum | ontvangen op | datum ontvangst | data przyjecia | data dostawy | przyjeto | inleveransdatum | mottagningsdatum | mottaget datum | ankomstdatum | mal kabul tarihi | teslim alma tarihi | giris tarihi',
);

export const purchaseOrderAliases = phrases(
  'purchase order | purchase order number | po | po number | po no | purchasing document | bestellung | bestellnummer | einkaufsbeleg | commande | numero de commande | commande d achat | bon de commande | pedido | pedido de compra | orden de compra | numero de pedido | ordem de compra | ordine di acquisto | numero ordine acquisto | oda | inkooporder | inkoopordernummer | bestelnummer | zamowienie | numer zamowienia | inkopsorder | inkopsordernummer | bestallning | satin alma siparisi | siparis no | satinalma siparis no',
);

export const receivedQuantityAliases = phrases(
  'quantity | received quantity | quantity received | qty received | received qty | received | receipt quantity | qty | gr quantity | eingangsmenge | wareneingangsmenge | gelieferte menge | menge | erhaltene menge | zugangsmenge | quantite recue | quantite receptionnee | recu | quantite | cantidad recibida | cantidad entregada | recibido | cantidad | quantidade recebida | recebido | quantidade',
  'quantita ricevuta | ricevuto | quantita caricata | quantita | ontvangen aantal | ontvangen hoeveelheid | aantal ontvangen | hoeveelheid | aantal | ilosc przyjeta | ilosc otrzymana | przyjeta ilosc | ilosc | mottaget antal | mottagen kvantitet | inlevererat antal | antal | kvantitet | teslim alinan miktar | kabul edilen miktar | gelen miktar | miktar',
);

/** Headers of a receipt that stand over other lists as well. */
export const plainReceipts = phrases(
  'quantity | qty | menge | quantite | cantidad | quantidade | quantita | hoeveelheid | aantal | ilosc | antal | kvantitet | miktar | date | datum | fecha | data | tarih | posting date | buchungsdatum | received | recu | delivery note | lieferschein | gelieferte menge | cantidad entregada | data dostawy | nota fiscal',
);

export const receiptAmountAliases = phrases(
  'amount | receipt value | total amount | net amount | line amount | total price | value | net value | extended price | amount in local currency | betrag | wert | nettobetrag | gesamtpreis | warenwert | nettowert | montant | montant total | montant net | valeur | importe | importe total | monto | importe neto | valor | valor total | montante | importo | importo totale | valore | bedrag | totaalbedrag | waarde | kwota | wartosc | wartosc netto | belopp | totalbelopp | varde | tutar | toplam tutar | deger',
);

/** How inspection lists, SPC worksheets and gauges head their columns. Earlier phrases are closer to the field. */
import { phrases } from '../../intake/dataset.ts';

export const inspectionDateAliases = phrases(
  'inspection date | date | date inspected | test date | date tested | check date | prufdatum | prufungsdatum | datum | date d inspection | date de controle | date | fecha de inspeccion | fecha de control | fecha | data de inspecao | data da inspecao | data | data ispezione | data di controllo | data controllo | inspectiedatum | controledatum | keuringsdatum | data kontroli | data inspekcji | inspektionsdatum | kontrolldatum | muayene tarihi | kontrol tarihi | tarih',
);

export const inspectedAliases = phrases(
  'inspected | inspected quantity | inspected qty | quantity inspected | qty inspected | units inspected | number inspected | sample size | lot size inspected | tested | units tested | quantity tested | tests conducted | tests | checked | parts checked | parts inspected | pieces inspected | opportunities',
  'gepruft | geprufte menge | prufmenge | geprufte stuck | geprufte teile | anzahl gepruft | stichprobenumfang | stichprobe | kontrolle menge | inspecte | inspectes | quantite controlee | quantite inspectee | pieces controlees | pieces inspectees | taille de l echantillon | taille echantillon',
  'inspeccionado | inspeccionadas | cantidad inspeccionada | piezas inspeccionadas | unidades inspeccionadas | tamano de muestra | inspecionado | inspecionadas | quantidade inspecionada | pecas inspecionadas | tamanho da amostra | ispezionati | quantita ispezionata | pezzi controllati | pezzi ispezionati | quantita controllata | dimensione campione',
  'gecontroleerd | gecontroleerd aantal | aantal gecontroleerd | geinspecteerd aantal | gekeurd aantal | steekproefgrootte | skontrolowano | ilosc skontrolowana | liczba skontrolowanych | sztuki skontrolowane | wielkosc proby | kontrollerade | kontrollerat antal | antal kontrollerade | provstorlek | stickprovsstorlek | muayene edilen | kontrol edilen | kontrol edilen adet | muayene adedi | numune buyuklugu',
);

export const defectiveAliases = phrases(
  'defective | defectives | defective quantity | defective units | number defective | defects | defect count | number of defects | defect quantity | defect qty | nonconforming | non conforming | nonconforming units | rejected | rejects | rejected quantity | failed | failures | nok | ng',
  'fehlerhaft | fehlerhafte teile | fehlerhafte menge | anzahl fehler | fehleranzahl | fehlermenge | beanstandet | beanstandete menge | nio | schlechtteile | defectueux | pieces defectueuses | quantite defectueuse | nombre de defauts | defauts | non conformes | pieces non conformes',
  'defectuoso | defectuosas | piezas defectuosas | cantidad defectuosa | numero de defectos | defectos | no conformes | defeituosas | pecas defeituosas | quantidade defeituosa | numero de defeitos | defeitos | nao conformes | difettosi | pezzi difettosi | quantita difettosa | numero difetti | difetti | non conformi',
  'defect aantal | aantal defecten | afgekeurd | afgekeurd aantal | gebreken | aantal gebreken | wadliwe | ilosc wadliwa | liczba wad | sztuki wadliwe | niezgodne | ilosc niezgodna | felaktiga | antal felaktiga | antal fel | defekta | underkanda | hatali | hatali adet | kusurlu | kusurlu adet | hata sayisi | kusur sayisi | uygunsuz adet',
);

export const defectAliases = phrases(
  'characteristic | defect | defect type | defect code | defect name | defect category | defect description | failure mode | nonconformance | fault code | reject reason | merkmal | fehlerart | fehlercode | fehlerbild | fehler | fehlergrund | caracteristique | defaut | type de defaut | code defaut | nature du defaut',
  'caracteristica | defecto | tipo de defecto | codigo de defecto | defeito | tipo de defeito | codigo do defeito | caratteristica | difetto | tipo di difetto | codice difetto | kenmerk | gebrek | defecttype | foutcode | soort gebrek | cecha | wada | rodzaj wady | kod wady | egenskap | feltyp | defekt | felkod | ozellik | hata turu | kusur | kusur turu | hata kodu',
);

export const qualityShiftAliases = phrases('shift | shift code | schicht | equipe | poste | turno | ploeg | zmiana | skift | vardiya');

export const qualityLineAliases = phrases(
  'line | production line | machine | work center | cell | linie | produktionslinie | maschine | arbeitsplatz | ligne | ligne de production | linea | linea de produccion | maquina | linha | linha de producao | linea di produzione | macchina | lijn | productielijn | machine | linia | linia produkcyjna | maszyna | linje | produktionslinje | maskin | hat | uretim hatti | makine',
);

export const qualityProductAliases = phrases(
  'product | part | part number | item | material | product code | product type | produkt | artikel | teil | teilenummer | produit | piece | article | producto | pieza | articulo | produto | peca | artigo | prodotto | pezzo | articolo | product | onderdeel | artikel | produkt | wyrob | detal | urun | parca',
);

export const lotAliases = phrases(
  'lot | lot number | batch | batch number | inspection lot | lot id | test batch id | los | losnummer | pruflos | charge | chargennummer | lot de controle | numero de lot | lote | numero de lote | lotto | numero lotto | partij | partijnummer | partia | numer partii | batchnummer | parti | parti no | lot no',
);

export const dispositionAliases = phrases(
  'disposition | usage decision | decision | result | verwendungsentscheid | entscheidung | ergebnis | decision d utilisation | decision | resultat | disposicion | resultado | decision de empleo | disposicao | decisao | disposizione | esito | beslissing | resultaat | uitslag | decyzja | wynik | beslut | resultat | karar | sonuc',
);

export const qualityCommentAliases = phrases(
  'comment | comments | remark | remarks | note | notes | bemerkung | kommentar | anmerkung | commentaire | remarque | comentario | observaciones | observacoes | commento | note | osservazioni | opmerking | uwagi | komentarz | kommentar | anmarkning | aciklama | not',
);

export const measuredAliases = phrases(
  'characteristic | feature | dimension | measured characteristic | inspection characteristic | parameter | property | merkmal | prufmerkmal | messmerkmal | mass | caracteristique | cote | caracteristica | cota | dimension | caratteristica | quota | kenmerk | maat | cecha | wymiar | egenskap | matt | ozellik | karakteristik | olcu',
);

export const measuredAtAliases = phrases(
  'timestamp | time | date time | datetime | date | measured at | measurement time | measurement date | date measured | sample time | zeitstempel | zeitpunkt | messzeitpunkt | messdatum | datum | uhrzeit | horodatage | date de mesure | date | heure | marca de tiempo | fecha de medicion | fecha | fecha y hora | hora',
  'data da medicao | data | data e hora | data misura | data e ora | ora | tijdstip | meetdatum | meettijd | datum en tijd | data pomiaru | czas pomiaru | czas | data i godzina | matdatum | mattid | tidpunkt | datum och tid | olcum tarihi | olcum zamani | tarih | zaman damgasi',
);

export const sampleAliases = phrases(
  'sample | sample number | sample no | subgroup | subgroup number | sample id | group | stichprobe | probe | probennummer | stichprobennummer | untergruppe | echantillon | numero d echantillon | sous groupe | muestra | numero de muestra | subgrupo | amostra | numero da amostra | campione | numero campione | sottogruppo | steekproef | monster | monsternummer | subgroep | proba | numer proby | probka | podgrupa | prov | provnummer | stickprov | undergrupp | numune | numune no | ornek | alt grup',
);

export const positionAliases = phrases(
  'position | piece | piece number | measurement number | reading number | cavity | location on part | replicate | messposition | stuck nr | kavitat | nest | position | cavite | empreinte | posicion | cavidad | posicao | cavidade | posizione | cavita | impronta | positie | caviteit | pozycja | gniazdo formy | kavitet | pozisyon | goz',
);

export const measuredValueAliases = phrases(
  'value | measured value | measurement | measurement value | actual value | reading | result | observed value | wert | messwert | istwert | messergebnis | valeur | valeur mesuree | mesure | valor | valor medido | medicion | medida | medicao | valore | valore misurato | misura | waarde | meetwaarde | gemeten waarde | wartosc | wartosc zmierzona | pomiar | varde | matvarde | uppmatt varde | deger | olculen deger | olcum degeri',
);

export const lowerLimitAliases = phrases(
  'lower limit | lsl | lower specification limit | lower spec limit | lower spec | lower tolerance limit | min spec | usg | untere toleranzgrenze | untere spezifikationsgrenze | utg | untere grenze | limite inferieure | limite inferieure de specification | tolerance inferieure | limite inferior | limite inferior de especificacion | lie | limite inferior de especificacao | limite inferiore | limite di specifica inferiore | tolleranza inferiore | ondergrens | onderste specificatiegrens | dolna granica | dolna granica specyfikacji | undre grans | undre toleransgrans | alt limit | alt spesifikasyon limiti | alt sinir',
);

export const upperLimitAliases = phrases(
  'upper limit | usl | upper specification limit | upper spec limit | upper spec | upper tolerance limit | max spec | osg | obere toleranzgrenze | obere spezifikationsgrenze | otg | obere grenze | limite superieure | limite superieure de specification | tolerance superieure | limite superior | limite superior de especificacion | lse | limite superior de especificacao | limite superiore | limite di specifica superiore | tolleranza superiore | bovengrens | bovenste specificatiegrens | gorna granica | gorna granica specyfikacji | ovre grans | ovre toleransgrans | ust limit | ust spesifikasyon limiti | ust sinir',
);

export const nominalAliases = phrases(
  'target | target value | nominal | nominal value | set value | sollwert | nennmass | nennwert | nominalwert | valeur cible | valeur nominale | cote nominale | nominal | valor nominal | valor objetivo | valor alvo | valore nominale | valore obiettivo | nominale waarde | streefwaarde | wartosc nominalna | wartosc docelowa | nominellt varde | borvarde | malvarde | nominal deger | hedef deger',
);

export const qualityUnitAliases = phrases(
  'unit | unit of measure | uom | einheit | masseinheit | unite | unidad | unidade | unita | unita di misura | eenheid | jednostka | enhet | birim',
);

export const gaugeAliases = phrases(
  'gauge | gage | instrument | measuring device | gauge id | prufmittel | messmittel | messgerat | instrument de mesure | appareil de mesure | instrumento | instrumento de medicion | instrumento de medicao | strumento | strumento di misura | meetmiddel | meetinstrument | przyrzad | przyrzad pomiarowy | matdon | matinstrument | olcum aleti | cihaz',
);

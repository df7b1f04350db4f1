/** How MES, ERP and plants' own sheets head the columns of output and stops. Earlier phrases are closer to the field. */
import { phrases } from '../../intake/dataset.ts';

export const dateAliases = phrases(
  'production date | date | shift date | prod date | work date | day | posting date | run date | timestamp | date time',
  'produktionsdatum | datum | schichtdatum | fertigungsdatum | tag | arbeitstag | zeitstempel | date de production | jour | date du poste | horodatage | fecha de produccion | fecha | dia | fecha de turno | fecha produccion | marca de tiempo | fecha y hora',
  'data de producao | data | data do turno | data producao | data e hora | data di produzione | data produzione | giorno | data turno | data e ora | productiedatum | dag | dienstdatum | datum en tijd | data produkcji | dzien | data zmiany | data i godzina | skiftdatum | datum och tid | uretim tarihi | tarih | gun | vardiya tarihi | tarih saat | zaman damgasi',
  'report date | reporting date | data report',
);

export const shiftAliases = phrases(
  'shift | shift code | shift name | shift number | work shift | schicht | schichtnummer | schichtname | schichtcode | equipe | poste | poste de travail horaire | quart | turno | codigo de turno | numero de turno | nome do turno | nome turno | ploeg | dienst | ploegendienst | zmiana | nazwa zmiany | skift | skiftnummer | skiftlag | vardiya | vardiya no | vardiya kodu',
);

/** A machine, work center or cell is the line when nothing better is there: those phrases come last. */
export const outputLineAliases = phrases(
  'line | production line | line code | line name | assembly line | packing line | prod line | linie | produktionslinie | fertigungslinie | montagelinie | linienname | ligne | ligne de production | nom de la ligne | linea | linea de produccion | linea de montaje | linha | linha de producao | linha de montagem | linea di produzione | linea produzione | linea di montaggio | lijn | productielijn | lijnnaam | linia | linia produkcyjna | linje | linja | produktionslinje | hat | uretim hatti | hat kodu | hat adi | hat no',
  'work center | workcenter | work centre | work ctr | workctr | cell | work cell | resource | station | arbeitsplatz | fertigungszelle | zelle | ressource | station | poste de charge | centre de charge | cellule | ilot | centro de trabajo | puesto de trabajo | celula | celda | estacion | centro de trabalho | posto de trabalho | celula de producao | centro di lavoro | cella | postazione | werkplek | cel | bewerkingsplaats | stanowisko | stanowisko robocze | gniazdo | gniazdo produkcyjne | arbetsplats | cell | station | is merkezi | hucre | is istasyonu | istasyon',
  'machine | machine name | machine number | press | unit | maschine | maschinenname | maschinennummer | machine | nom de la machine | numero de machine | code machine | maquina | codigo de maquina | nombre de maquina | nombre de la maquina | numero de maquina | id maquina | maquina id | codigo da maquina | nome da maquina | macchina | codice macchina | nome macchina | id macchina | machinenummer | machinenaam | maszyna | numer maszyny | kod maszyny | nazwa maszyny | id maszyny | maskin | maskinnummer | maskin id | maskinnamn | makine | makine no | makine kodu | makine adi | makina | makine numarasi',
  'equipment | equipment name | anlage | anlagennummer | equipement | code equipement | equipo | codigo de equipo | equipamento | impianto | installatie | urzadzenie | utrustning | ekipman',
);

export const productAliases = phrases(
  'product | product code | product number | item | item number | item code | part number | sku | material | material number | article | article number | product name | part no | style',
  'produkt | produktnummer | artikel | artikelnummer | materialnummer | teilenummer | sachnummer | erzeugnis | produit | code produit | article | code article | reference | reference produit | numero de piece | designation produit',
  'producto | codigo de producto | articulo | codigo de articulo | referencia | numero de parte | produto | codigo do produto | artigo | codigo do artigo | codigo produto | prodotto | codice prodotto | articolo | codice articolo | productcode | artikelcode | onderdeelnummer | produkt nazwa | kod produktu | indeks | numer artykulu | wyrob | kod wyrobu | produktkod | urun | urun kodu | malzeme kodu | stok kodu | parca no | urun adi',
);

export const outputOrderAliases = phrases(
  'order | production order | work order | order number | job | job number | manufacturing order | process order | shop order | mo number | batch | lot | fertigungsauftrag | auftrag | auftragsnummer | produktionsauftrag | fa nummer | charge | ordre de fabrication | of | numero of | ordre | lot de fabrication',
  'orden | orden de produccion | orden de fabricacion | numero de orden | of numero | ordem | ordem de producao | ordem de fabrico | op | ordine | ordine di produzione | numero ordine | odp | commessa | productieorder | order nummer | zlecenie | zlecenie produkcyjne | numer zlecenia | tillverkningsorder | ordernummer | produktionsorder | uretim emri | is emri | siparis no | parti no',
);

export const goodAliases = phrases(
  'good | good count | good units | good quantity | good qty | good parts | good pieces | good output | yield quantity | yield qty | ok count | ok parts | ok qty | accepted | accepted quantity | passed | confirmed yield | confirmed yield quantity | first quality | good production | ok quantity | conforming',
  'gut | gutmenge | gutteile | gutstuck | gut teile | io teile | i o teile | gut stuckzahl | gutproduktion | bonnes pieces | pieces bonnes | quantite bonne | conformes | bons | pieces conformes | quantite conforme | bonne quantite | production conforme',
  'buenas | piezas buenas | cantidad buena | unidades buenas | conformes | cantidad conforme | produccion buena | piezas conformes | boas | pecas boas | quantidade boa | unidades boas | producao boa | quantidade aprovada | buoni | pezzi buoni | quantita buona | conformi | pezzi conformi',
  'goed | goede stuks | goede aantallen | goedgekeurd | goede productie | goed aantal | goede producten | dobre | sztuki dobre | ilosc dobra | dobre sztuki | ilosc dobrych | wyroby dobre | godkanda | godkant antal | godkanda enheter | antal godkanda | saglam | iyi adet | saglam adet | iyi urun | saglam miktar | uygun adet',
);

export const scrapAliases = phrases(
  'scrap | scrap count | scrap quantity | scrap qty | scrapped | rejects | reject count | rejected | reject | rejected quantity | waste | nok | bad parts | defects | ng count | scrap units | rejected units | confirmed scrap | defective units | bad count',
  'ausschuss | ausschussmenge | schrott | schlechtteile | nio teile | n i o teile | schlechtmenge | ausschussteile | rebut | rebuts | quantite rebutee | pieces rebutees | dechets | non conformes | quantite rebut | pieces mauvaises',
  'chatarra | rechazo | rechazos | desecho | desperdicio | merma | piezas malas | rechazadas | scrap cantidad | cantidad rechazada | piezas rechazadas | refugo | sucata | rejeitos | rejeitadas | pecas refugadas | quantidade refugada | scarto | scarti | pezzi scartati | quantita scartata | scarti prodotti',
  'uitval | afkeur | afval | afgekeurd | uitvalaantal | braki | odpad | odpady | ilosc brakow | wybrakowane | brak | sztuki wybrakowane | kassation | kasserade | kassat | skrot | antal kasserade | hurda | fire | iskarta | hurda adet | red adet | hurda miktari | hatali adet',
);

export const reworkAliases = phrases(
  'rework | rework count | rework quantity | rework qty | reworked | repair count | nacharbeit | nacharbeitsmenge | nacharbeitsteile | nacharbeit teile | retouche | retouches | quantite retouchee | reprises | reproceso | retrabajo | piezas retrabajadas | retrabajos | retrabalho | pecas retrabalhadas',
  'rilavorazione | rilavorati | rilavorazioni | pezzi rilavorati | herbewerking | herbewerkt | nabewerking | poprawki | do poprawy | przerobka | omarbetning | omarbetade | ombearbetning | yeniden isleme | tamir adet | rework adet | yeniden islenen',
);

export const totalAliases = phrases(
  'total count | total | total output | total production | total units | total quantity | total produced | output | produced | production | quantity | quantity produced | produced quantity | production quantity | output quantity | units produced | qty | qty produced | pieces | units | actual output | actual production | actual quantity | pieces produced | actual qty | throughput | parts produced | delivered quantity | production output | production count | count | actual | produced units | output units | actual units | volume',
  'gesamtmenge | gesamtstuckzahl | ausbringung | ausstoss | produktion | menge | stuckzahl | produzierte menge | produktionsmenge | produziert | hergestellt | fertigungsmenge | istmenge | gesamtproduktion | stuck | produzierte stuckzahl | ist menge | gefertigte menge | ausgabe | produzierte einheiten | ist stuckzahl | leistung',
  'quantite totale | production totale | quantite produite | production | quantite | produit | pieces produites | sortie | unites produites | quantite fabriquee | nombre de pieces | produite | production reelle | volume produit | qte produite | debit',
  'cantidad total | produccion total | cantidad producida | produccion | cantidad | producido | piezas producidas | unidades producidas | salida | produccion real | cantidad fabricada | piezas | unidades',
  'quantidade total | producao total | quantidade produzida | producao | quantidade | produzido | pecas produzidas | unidades produzidas | saida | producao real',
  'quantita totale | produzione totale | quantita prodotta | produzione | quantita | prodotto | pezzi prodotti | unita prodotte | output prodotto | pezzi | uscita | resa produttiva | volume prodotto | produzione effettiva',
  'totaal aantal | totale productie | geproduceerd | productie | aantal | hoeveelheid | geproduceerd aantal | geproduceerde hoeveelheid | geproduceerde stuks | aantal geproduceerd | uitvoer | opbrengst | productieaantal | stuks',
  'ilosc calkowita | produkcja | ilosc | wyprodukowano | ilosc wyprodukowana | wyprodukowana ilosc | produkcja calkowita | wydajnosc | wykonano | liczba sztuk | wyjscie | wyprodukowane sztuki | sztuki',
  'totalt antal | total produktion | producerat | producerat antal | tillverkat | antal | produktion | tillverkad mangd | kvantitet | producerad mangd | utfall | utflode | utdata | producerade enheter | tillverkat antal',
  'toplam | toplam adet | toplam uretim | uretim | uretim adedi | uretilen | uretilen adet | uretim miktari | adet | miktar | uretilen miktar | cikti | uretim ciktisi | gerceklesen uretim',
);

export const targetAliases = phrases(
  'target | target quantity | target qty | planned quantity | planned output | plan | target count | planned production | goal | planned qty | target output | target units | schedule quantity | plan quantity | planned units',
  'soll | sollmenge | planmenge | ziel | zielmenge | soll stuckzahl | planstuckzahl | geplante menge | plan | vorgabe | objectif | quantite prevue | quantite planifiee | production prevue | cible | objetivo | meta | cantidad planificada | cantidad prevista | produccion planificada | plan de produccion | cantidad objetivo',
  'meta de producao | quantidade planejada | quantidade prevista | objetivo de producao | obiettivo | quantita pianificata | quantita prevista | target pezzi | produzione prevista | doel | geplande hoeveelheid | gepland aantal | doelstelling | norm | cel | plan produkcji | ilosc planowana | norma | mal | planerat antal | planerad mangd | malantal | hedef | hedef adet | planlanan adet | plan adet | hedef miktar | planlanan miktar',
);

export const plannedTimeAliases = phrases(
  'planned minutes | planned time | planned production time | scheduled time | available time | shift length | planned runtime | shift duration | scheduled minutes | planned hours | scheduled hours | planned run time',
  'geplante zeit | planbelegungszeit | planzeit | schichtdauer | verfugbare zeit | geplante produktionszeit | geplante laufzeit | temps planifie | temps prevu | temps requis | temps d ouverture | duree du poste | temps de production planifie | tiempo planificado | tiempo disponible | tiempo programado | tiempo previsto | tiempo planeado',
  'tempo planejado | tempo disponivel | tempo programado | tempo planeado | tempo pianificato | tempo disponibile | tempo previsto | tempo di produzione pianificato | geplande tijd | beschikbare tijd | geplande productietijd | czas planowany | planowany czas | czas dostepny | dostepny czas | planowany czas produkcji | planerad tid | tillganglig tid | planerad produktionstid | planlanan sure | planli sure | mevcut sure | planli uretim suresi | vardiya suresi',
);

export const runTimeAliases = phrases(
  'run minutes | run time | runtime | operating time | uptime | running time | production time | productive time | actual run time | machine run time | running hours | run hours | operating hours | actual production time | actual runtime | machine hours | net run time',
  'laufzeit | maschinenlaufzeit | betriebszeit | hauptnutzungszeit | produktionszeit | betriebsstunden | laufstunden | nutzungszeit | laufzeit maschine | temps de fonctionnement | temps de marche | temps de production | heures de fonctionnement | heures de marche | duree de fonctionnement | temps d utilisation',
  'tiempo de funcionamiento | tiempo de operacion | tiempo de marcha | horas de funcionamiento | horas de operacion | tiempo operativo | tiempo de produccion | horas de marcha | horas de ejecucion | tiempo de ejecucion | tempo de funcionamento | tempo de operacao | horas de operacao | horas de funcionamento | tempo de producao | tempo operacional | tempo de execucao | horas operacionais',
  'tempo di funzionamento | tempo di esercizio | tempo di lavoro macchina | ore di funzionamento | tempo di marcia | ore di marcia | tempo operativo | tempo di produzione | ore di esercizio | tempo di esecuzione | looptijd | draaitijd | draaiuren | bedrijfstijd | bedrijfsuren | productietijd | draai uren | machine uren',
  'czas pracy | czas pracy maszyny | czas dzialania | czas produkcji | godziny pracy | godziny pracy maszyny | czas biegu | czas operacyjny | motogodziny | gangtid | drifttid | korttid | produktionstid | drifttimmar | gangtimmar | maskintid | kortid | calisma suresi | calisma saati | calisma zamani | uretim suresi | makine calisma suresi | isletme suresi | calisma saatleri',
  'duree de marche | duree de fonctionnement',
);

export const stopTimeAliases = phrases(
  'stop minutes | stop time | lost minutes | downtime | down time | downtime minutes | stoppage | stoppage time | lost time | unplanned downtime | total downtime | stop duration | downtime duration | idle minutes | machine downtime | stopped time',
  'stillstandszeit | stillstand | stillstandsminuten | ausfallzeit | standzeit | stopzeit | storzeit | ausfallminuten | stillstandsdauer | stoppzeit | storungszeit | arret | arrets | temps d arret | duree d arret | minutes d arret | duree des arrets | temps d arrets | indisponibilite',
  'parada | paradas | tiempo de parada | tiempo de paro | minutos de parada | tiempo muerto | paro | minutos de paro | tiempo de inactividad | inactividad | minutos de inactividad | tempo de parada | minutos de parada | tempo parado | tempo de inatividade | inatividade | tempo morto | minutos parados',
  'fermo | fermi | tempo di fermo | minuti di fermo | fermo macchina | tempo fermo | tempo di inattivita | tempi di fermo | inattivita | stilstand | stilstandtijd | stilstandsminuten | stoptijd | uitvaltijd | stilstand minuten | stilstandstijd',
  'przestoj | przestoje | czas przestoju | minuty przestoju | postoj | czas postoju | czas przestojow | stillestand | stopptid | stilleståndstid | driftstopp | stopp | stoppminuter | stopptid minuter | stillastaende | durus | durus suresi | durma suresi | durus dakika | kayip sure | arizali sure | durus zamani',
);

export const idealCycleAliases = phrases(
  'ideal cycle | ideal cycle time | cycle time | standard cycle | standard cycle time | target cycle time | design cycle time | zykluszeit | taktzeit | vorgabezeit | ideale zykluszeit | sollzykluszeit | temps de cycle | temps de cycle ideal | cadence ideale | tiempo de ciclo | tiempo de ciclo ideal',
  'tempo de ciclo | tempo de ciclo ideal | tempo ciclo | tempo di ciclo | tempo ciclo ideale | cyclustijd | ideale cyclustijd | czas cyklu | idealny czas cyklu | cykeltid | ideal cykeltid | cevrim suresi | ideal cevrim suresi',
);

export const stopStartAliases = phrases(
  'start | start time | start date | started | stop start | downtime start | from | begin | start of stop | event start | stop time start | started at | occurred at | stop begin | event time',
  'beginn | startzeit | stillstandsbeginn | storungsbeginn | von | anfang | stoppbeginn | debut | heure de debut | debut arret | debut d arret | date de debut | de | inicio | hora de inicio | inicio de parada | fecha de inicio | desde | hora inicio | inicio de paro',
  'inicio da parada | hora de inicio | data de inicio | inizio | ora inizio | inizio fermo | data inizio | ora di inizio | dalle | begin stilstand | starttijd | begintijd | van | poczatek | rozpoczecie | poczatek przestoju | od | start przestoju | czas rozpoczecia | starttid | stopp start | fran | baslangic | baslangic saati | durus baslangici | baslama zamani | baslangic zamani',
  'date | timestamp | datum | fecha | data | tarih | date time',
);

export const stopEndAliases = phrases(
  'end | end time | end date | ended | stop end | downtime end | to | finish | until | event end | ended at | restart | end of stop | ende | endzeit | stillstandsende | storungsende | bis | fin | heure de fin | fin arret | fin d arret | date de fin | hora de fin | fin de parada | hasta | fecha de fin | hora fin | fim | hora de fim | fim da parada | data de fim | hora fim | ate | fine | ora fine | fine fermo | data fine | ora di fine | alle | einde | eindtijd | einde stilstand | tot | koniec | zakonczenie | koniec przestoju | do | czas zakonczenia | slut | sluttid | stopp slut | till | bitis | bitis saati | durus bitisi | bitis zamani',
);

export const stopMinutesAliases = phrases(
  'minutes | duration | downtime | downtime minutes | stop minutes | stop time | downtime duration | lost minutes | stop duration | length | time lost | stoppage time | dauer | minuten | stillstandszeit | stillstandsdauer | ausfallzeit | stillstand | storungsdauer | duree | duree d arret | temps d arret | duree arret | minutes d arret',
  'duracion | minutos | tiempo de parada | tiempo de paro | duracion de parada | minutos de parada | duracao | tempo de parada | duracao da parada | durata | minuti | tempo di fermo | durata fermo | minuti di fermo | duur | stilstandtijd | stilstandsduur | stilstand | czas trwania | czas przestoju | minuty | czas postoju | varaktighet | stopptid | langd | stoppets langd | tid | sure | durus suresi | dakika | durus',
);

export const reasonAliases = phrases(
  'reason | reason code | stop reason | downtime reason | cause | downtime code | fault | failure | fault code | stop code | category | loss reason | root cause | event | reason description | downtime cause | loss category',
  'grund | ursache | stillstandsgrund | grundcode | storungsgrund | storgrund | storung | ausfallgrund | stoppgrund | raison | motif | cause d arret | motif d arret | code arret | raison d arret | motivo | causa | motivo de parada | causa de parada | razon | motivo de paro | codigo de parada | motivo da parada | causa da parada | razao',
  'causale | motivo fermo | causa fermo | causale fermo | motivo del fermo | reden | oorzaak | stilstandreden | stilstandsreden | redencode | przyczyna | powod | przyczyna przestoju | kod przestoju | powod przestoju | orsak | stopporsak | orsakskod | anledning | neden | sebep | durus nedeni | durus sebebi | durus kodu | ariza nedeni',
);

export const plannedAliases = phrases(
  'planned | planned stop | planned downtime | scheduled | is planned | geplant | geplanter stillstand | planifie | arret planifie | prevu | planificado | parada planificada | programado | planejado | parada planejada | programada | pianificato | fermo pianificato | programmato | gepland | geplande stilstand | planowany | planowane | planerad | planerat stopp | planli | planli durus',
);

export const commentAliases = phrases(
  'comment | comments | remark | remarks | note | notes | description | kommentar | bemerkung | beschreibung | notiz | commentaire | remarque | observation | comentario | comentarios | observaciones | nota | observacao | observacoes | commento | note | osservazioni | opmerking | opmerkingen | uwagi | komentarz | opis | anmarkning | notering | aciklama | not | yorum',
);

export const stopAssetAliases = phrases(
  'asset | equipment | asset code | machine | machine number | component | anlage | maschine | aggregat | equipement | machine | actif | equipo | maquina | activo | equipamento | ativo | impianto | macchina | cespite | machine | installatie | urzadzenie | maszyna | utrustning | maskin | ekipman | makine | varlik',
);

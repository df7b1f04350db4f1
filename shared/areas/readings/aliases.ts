/** How historians, loggers and meters head their columns. Earlier phrases are closer to the field. */
import { phrases } from '../../intake/dataset.ts';

export const timeAliases = phrases(
  'timestamp | time stamp | date time | datetime | time | date | reading time | sample time | log time | recorded at | local time | reading date | measured at | hour | date and time | event time | record time | date hour',
  'zeitstempel | zeitpunkt | datum | uhrzeit | datum uhrzeit | datum zeit | zeit | messzeit | messzeitpunkt | ablesedatum | datum und uhrzeit | stunde | ablesezeitpunkt | horodatage | date | date et heure | heure | date heure | date de mesure | date de releve | heure de mesure',
  'marca de tiempo | fecha | fecha y hora | fecha hora | hora | fecha de lectura | fecha de medicion | carimbo de data hora | data | data e hora | data hora | data da leitura | data da medicao | data/ora | data e ora | data ora | ora | orario | data di lettura | marca temporale | data lettura | data misura',
  'tijdstempel | datum | datum en tijd | tijd | tijdstip | datum tijd | meettijd | uur | znacznik czasu | data | data i godzina | czas | godzina | data godzina | czas pomiaru | data pomiaru | data i czas | data odczytu | tidsstampel | datum | datum och tid | tid | tidpunkt | timme | datum tid | mattid | avlasningsdatum | zaman damgasi | tarih | tarih saat | zaman | saat | tarih ve saat | olcum zamani | okuma tarihi | olcum tarihi | tarih/saat',
);

export const tagAliases = phrases(
  'tag | tag name | tagname | point | point name | signal | sensor | meter | variable | parameter | channel | point id | meter id | sensor id | item | messpunkt | messstelle | signal | kanal | zahler | zahlernummer | point de mesure | capteur | compteur | variable | punto de medida | sensor | medidor | contador | variable | ponto de medicao | medidor | variavel | punto di misura | sensore | contatore | variabile | meetpunt | meter | kanaal | punkt pomiarowy | czujnik | licznik | zmienna | matpunkt | givare | matare | olcum noktasi | sensor adi | sayac | etiket',
);

export const valueAliases = phrases(
  'value | reading | measurement | measured value | meter reading | numeric value | wert | messwert | zahlerstand | ablesung | valeur | mesure | releve | index | valor | lectura | medicion | leitura | medicao | valore | misura | lettura | waarde | meting | meterstand | meetwaarde | wartosc | odczyt | pomiar | wartosc pomiaru | varde | matvarde | avlasning | matarstallning | deger | olcum | okuma | olcum degeri',
);

export const unitAliases = phrases(
  'unit | uom | unit of measure | units | engineering unit | einheit | masseinheit | unite | unidad | unidade | unita | unita di misura | unidad de medida | unidade de medida | eenheid | jednostka | jednostka miary | enhet | mattenhet | birim | olcu birimi',
);

export const qualityAliases = phrases(
  'quality | status | quality code | opc quality | confidence | qualitat | gute | status | qualite | calidad | estado | qualidade | qualita | kwaliteit | jakosc | kvalitet | kalite | durum',
);

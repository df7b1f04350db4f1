/** The small words of headers in ten languages and more: what means "number", what is a unit, what says nothing. All folded. */

const words = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '');

/** Words for "the number, code or id of". */
export const idWords: ReadonlySet<string> = new Set(
  words(`id ids no nr num number numbers nummer numero numer numara numarasi nro code codes kod kodu codigo codice cod
    ident identifier identifiant identificador identificativo identyfikator kimlik kimligi kennung kennzeichen schlussel schluessel key nbr`),
);

/** Words a header may have more or fewer of without meaning something else. */
export const stopWords: ReadonlySet<string> = new Set(
  words(`the of a an in de du des la le les l d del dell della delle dello degli dei di do da dos das el los las der die das dem den
    von vom im zum zur fur fuer van het een voor w z ze na och av for ve ile`),
);

const second = 1_000;
const minute = 60_000;
const hour = 3_600_000;
const day = 86_400_000;

const durationWords: readonly (readonly [number, string])[] = [
  [1, 'ms msec millisecond milliseconds millisekunden'],
  [second, 's sec secs second seconds sek sekunde sekunden seconde secondes segundo segundos secondi seconden sekund sekundy sekunder saniye sn'],
  [minute, 'min mins minute minutes minuten minuto minutos minuti minuta minuty minut minuter dakika dk'],
  [hour, 'h hr hrs hour hours std stunde stunden heure heures hora horas ora ore uur uren godz godzina godziny godzin timme timmar tim saat saati sa hs'],
  [day, 'd day days tage tagen jour jours dia dias giorni giorno dag dagen dni dagar gun'],
];

/** Milliseconds of one unit. */
export const durationUnits: ReadonlyMap<string, number> = new Map(durationWords.flatMap(([ms, list]) => words(list).map((word) => [word, ms] as const)));

export const moneyUnits: ReadonlySet<string> = new Set(words('eur euro euros usd gbp chf pln sek nok dkk try tl zl kr cad aud brl mxn'));
export const scaledMoneyUnits: ReadonlySet<string> = new Set(words('keur teur kusd tusd kgbp tsek tpln tchf kchf'));
export const otherUnits: ReadonlySet<string> = new Set(
  words('pcs pc pce ea stk stuck stueck pieces piezas pezzi stuks szt st adet units kg t lb ltr km kwh mwh kw bar'),
);

/** First words of a total row's label. */
export const totalWords: ReadonlySet<string> = new Set(
  words(`total totals totaal totale totali totales totaux totalt totalen totais sum sums summe summen summa somma suma sumas soma somme gesamt
    gesamtsumme gesamtergebnis insgesamt grandtotal subtotal subtotals subtotale zwischensumme teilsumme razem ogolem lacznie toplam
    geneltoplam aratoplam celkem osszesen yhteensa ialt delsumma delsum subtotaal eindtotaal totalgeneral`),
);

/** Words that may stand before a total word. */
export const totalPrefixes: ReadonlySet<string> = new Set(words('grand sub overall report genel ara i sous'));

/** Words that only say "this is a date". */
export const dateWords: ReadonlySet<string> = new Set(
  words('date dates datum daten fecha data datas datetime tarih tarihi dato dt timestamp zeitpunkt termin time zeit hora heure ora tijd czas saat tid on at'),
);

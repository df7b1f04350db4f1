/** Month names and their short forms in the ten languages, folded. A name is matched whole or by its usual short form. */
const names: readonly string[] = [
  'january jan januar janner janvier janv enero ene janeiro gennaio gen januari stycznia styczen sty ocak oca',
  'february feb februar feber fevrier fevr fev febrero fevereiro febbraio februari lutego luty lut subat sub',
  'march mar marz maerz mrz mars marzo marco maart mrt marca marzec mart',
  'april apr avril avr abril abr aprile kwietnia kwiecien kwi nisan nis',
  'may mai mayo maio maggio mag mei maja maj mayis',
  'june jun juni juin junio junho giugno giu czerwca czerwiec cze haziran haz',
  'july jul juli juillet juil julio julho luglio lug lipca lipiec lip temmuz tem',
  'august aug aout aou agosto ago augustus augusti sierpnia sierpien sie agustos agu',
  'september sep sept septembre septiembre setembro set settembre wrzesnia wrzesien wrz eylul eyl',
  'october oct oktober okt octobre octubre outubro out ottobre ott pazdziernika pazdziernik paz ekim eki',
  'november nov novembre noviembre novembro listopada listopad lis kasim kas',
  'december dec dezember dez decembre diciembre dic dezembro dicembre grudnia grudzien gru aralik ara desember des',
];

const byName: ReadonlyMap<string, number> = new Map(names.flatMap((list, index) => list.split(' ').map((name) => [name, index + 1] as const)));

/** 1–12 for a folded month name; null for any other word. */
export function monthOfName(word: string): number | null {
  return byName.get(word) ?? null;
}

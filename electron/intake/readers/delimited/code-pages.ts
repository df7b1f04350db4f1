/** The two code pages of DOS that exports still come in and that no TextDecoder knows. Source: unicode.org/Public/MAPPINGS/VENDORS/MICSFT/PC. */
const upper = {
  ibm437: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  ibm850: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
} as const;

export type CodePage = keyof typeof upper;

export function isCodePage(encoding: string): encoding is CodePage {
  return encoding === 'ibm437' || encoding === 'ibm850';
}

export function decodeCodePage(bytes: Buffer, codePage: CodePage): string {
  const high = upper[codePage];
  return bytes.toString('latin1').replace(/[\x80-\xff]/g, (character) => high.charAt(character.charCodeAt(0) - 128));
}

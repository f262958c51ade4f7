/** The one form in which the number of an agreement 协议编号 is kept and compared: plain signs, none that nobody sees. */
export const normaliseAgreement = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu, '')
    .trim()

/** What people put between the signs of a plate 车牌, and what nobody sees of it. */
const separators = /[\s·.\-\p{Default_Ignorable_Code_Point}\p{Cc}]/gu

/** The one form in which a plate is kept, compared and searched: capitals without separators; empty where nothing is left. */
export const normalisePlate = (text: string): string =>
  text.normalize('NFKC').toUpperCase().replace(separators, '')

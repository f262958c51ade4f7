import { expect, it } from 'vitest'
import { autostartEntry } from '#main/desktop/machine/autostart-entry.ts'
import { badgeText, numberPicture, trayPicture, type Bitmap } from '#main/desktop/notices/digits.ts'

/** The white dots of a picture, as text. */
const drawn = ({ size, pixels }: Bitmap) =>
  Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (_each, x) => {
      const [blue, green, red, alpha] = pixels.subarray((y * size + x) * 4)
      if (alpha === 0) return ' '
      return blue === 255 && green === 255 && red === 255 ? '#' : '.'
    }).join(''),
  )

it('a badge is a red disc with the number on it', () => {
  const lines = drawn(numberPicture(7, 16))
  expect(lines[0]?.trim()).toMatch(/^\.+$/)
  expect(lines.slice(5, 10).map((line) => line.slice(6, 9))).toEqual(['###', '..#', '.#.', '.#.', '.#.'])
  expect(lines.join('')).not.toBe(drawn(numberPicture(8, 16)).join(''))
})

it('a badge has room for two digits', () => {
  expect([0, 9, 10, 99, 100, 5000].map(badgeText)).toEqual(['0', '9', '10', '99', '99', '99'])
  expect(drawn(numberPicture(42)).join('')).toContain('#')
})

it('the mark in the tray stays within its picture', () => {
  const { size, pixels } = trayPicture()
  expect(pixels).toHaveLength(size * size * 4)
  expect(drawn({ size, pixels }).join('')).toMatch(/#/)
})

it('the entry that starts the program with a Linux desktop quotes what is special', () => {
  expect(autostartEntry('Showroom', '/opt/Show room/100%/a"b$c')).toBe(
    [
      '[Desktop Entry]',
      'Type=Application',
      'Name=Showroom',
      'Exec="/opt/Show room/100%%/a\\\\"b\\\\$c"',
      'Terminal=false',
      'X-GNOME-Autostart-enabled=true',
      '',
    ].join('\n'),
  )
})

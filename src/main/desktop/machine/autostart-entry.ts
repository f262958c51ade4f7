/** Characters that the Exec line of a desktop entry wants a backslash before, within its quotes. */
const special = /["`$\\]/g

/** What a desktop on Linux reads to start a program at sign-in. */
export const autostartEntry = (name: string, program: string): string =>
  [
    '[Desktop Entry]',
    'Type=Application',
    `Name=${name}`,
    // Twice: once for the quotes of Exec, once for the value of any entry; a percent sign would start a field code.
    `Exec="${program
      .replace(special, (each) => `\\${each}`)
      .replaceAll('\\', '\\\\')
      .replaceAll('%', '%%')}"`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n')

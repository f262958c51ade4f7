/** Sends the focus to the first wrong field of a form: what is to be corrected is where one types. */
export function focusFirstProblem(form: HTMLElement | null) {
  const wrong = form?.querySelector<HTMLElement>('[aria-invalid="true"]')
  const place =
    wrong?.getAttribute('role') === 'radiogroup' ? wrong.querySelector<HTMLElement>('[tabindex="0"]') : wrong
  place?.focus()
}

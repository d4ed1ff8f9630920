/** Whether whoever is signed in wants no single letter or digit to act by itself (WCAG 2.1.4). */
export function singleKeysAreOff(): boolean {
  return document.documentElement.dataset.shortcuts === 'off'
}

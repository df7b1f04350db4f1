/**
 * Nearly empty on purpose: the renderer is a web page that only ever calls fetch on its own origin. What only a desktop can do goes
 * through POST /desktop/<verb>; nothing of Electron or Node reaches the page. A preload is given at all so that no other is ever used.
 */
export {};

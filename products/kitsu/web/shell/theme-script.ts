/** Key of the stored choice in localStorage. */
export const THEME_KEY = 'kitsu.theme';

/** The choices; dark is what a visitor gets who never chose. */
export const THEMES = ['system', 'dark', 'light'] as const;

/** Runs before the first paint: a stored choice is applied without a flash of the other theme. */
export const THEME_SCRIPT = `try{var t=localStorage.getItem(${JSON.stringify(THEME_KEY)});if(t==='light'||t==='system')document.documentElement.dataset.theme=t}catch(e){}`;

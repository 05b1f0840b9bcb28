/** The longest query that the API takes, in UTF-16 units, as an input field counts them. */
export const QUERY_MAX = 200;

/** So many titles a search finds at most. */
export const FOUND_MAX = 500;

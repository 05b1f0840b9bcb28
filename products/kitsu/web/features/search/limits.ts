/** The longest query that the API takes, in UTF-16 units, as an input field counts them. */
export const QUERY_MAX = 200;

/** Who holds one of these has something to do among the pages of the staff. */
export const STAFF_PERMISSIONS: readonly string[] = ['admin.users.view', 'audit.view'];

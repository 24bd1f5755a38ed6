package planted.house.parcel;

import javax.sql.DataSource;

/** Breaks the rule for paper: a format knows no database. */
public record StoresItself(DataSource ledger) {}

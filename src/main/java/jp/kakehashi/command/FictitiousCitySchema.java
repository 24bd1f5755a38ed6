package jp.kakehashi.command;

/**
 * The tables of the fictitious city, named as such systems name them. They hold more than the hub may ask for (address,
 * alias, amounts, notes): the queries under {@code config/source} leave it there.
 */
final class FictitiousCitySchema {

    static final String TABLES = """
            create table atena (
              atena_no varchar(10) primary key,
              shimei_romaji varchar(200),
              shimei_kanji varchar(100),
              tsusho varchar(100),
              jusho varchar(200),
              seibetsu_code smallint,
              seinengappi char(8),
              seinengappi_fusho smallint not null,
              kokuseki_mei varchar(50),
              juki_kubun smallint not null,
              zairyu_shikaku varchar(50),
              zairyu_kikan varchar(20),
              zairyu_kigen date,
              jumin_jotai smallint not null,
              ido_bi date,
              gisei_setainushi smallint not null,
              setainushi_henko_bi date,
              shien_sochi smallint not null,
              tokubetsu_jijo smallint not null,
              koshin_nichiji timestamp with time zone not null
            );

            create table zairyu_card (
              atena_no varchar(10) not null references atena,
              card_no varchar(12) not null,
              meigi_atena_no varchar(10) not null,
              kofu_bi date not null,
              shikko_bi date,
              koshin_nichiji timestamp with time zone not null,
              primary key (atena_no, card_no)
            );

            create table fuka (
              fuka_nendo smallint not null,
              soto_nendo smallint not null,
              tsuchisho_no varchar(12) not null,
              gimusha_atena_no varchar(10) not null references atena,
              nenkan_hokenryo integer not null,
              primary key (fuka_nendo, soto_nendo, tsuchisho_no)
            );

            create table kibetsu (
              fuka_nendo smallint not null,
              soto_nendo smallint not null,
              kibetsu smallint not null,
              tsuchisho_no varchar(12) not null,
              nokigen date not null,
              chotei_gaku integer not null,
              shuno_gaku integer not null,
              jotai smallint not null,
              taino smallint not null,
              kaikei_nendo smallint not null,
              kurikoshi smallint not null,
              tokusoku_bi date,
              jiko_kansei_bi date,
              shinsa_seikyu smallint not null,
              koshin_nichiji timestamp with time zone not null,
              primary key (fuka_nendo, soto_nendo, tsuchisho_no, kibetsu),
              foreign key (fuka_nendo, soto_nendo, tsuchisho_no) references fuka
            );

            create table shuno (
              shuno_no integer primary key,
              fuka_nendo smallint not null,
              soto_nendo smallint not null,
              kibetsu smallint not null,
              tsuchisho_no varchar(12) not null,
              ryoshu_bi date not null,
              shunyu_bi date,
              kingaku integer not null,
              kari_keshi smallint not null,
              torikeshi_bi date,
              koshin_nichiji timestamp with time zone not null,
              foreign key (fuka_nendo, soto_nendo, tsuchisho_no, kibetsu) references kibetsu
            );

            create table keika (
              keika_no integer primary key,
              atena_no varchar(10) not null references atena,
              keika_bi date not null,
              keika_code varchar(20) not null,
              gengo char(2),
              zaisan_code varchar(12),
              kekka_code varchar(15),
              memo varchar(200),
              koshin_nichiji timestamp with time zone not null
            );
            """;

    /** Made after the tables are filled: that is faster than keeping them while they fill. */
    static final String INDEXES = """
            create index atena_koshin on atena (koshin_nichiji);
            create index zairyu_card_koshin on zairyu_card (koshin_nichiji);
            create index fuka_gimusha on fuka (gimusha_atena_no);
            create index kibetsu_koshin on kibetsu (koshin_nichiji);
            create index shuno_koshin on shuno (koshin_nichiji);
            create index shuno_tsuchisho on shuno (fuka_nendo, soto_nendo, tsuchisho_no);
            create index keika_koshin on keika (koshin_nichiji);
            create index keika_atena on keika (atena_no);
            """;

    private FictitiousCitySchema() {}
}

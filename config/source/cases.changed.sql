-- Every instalment that ever fell in arrears, of everyone about whom anything changed. See docs/source-contract.md.
with changed (atena_no) as (
  select atena_no from atena where koshin_nichiji >= :?since
  union
  select atena_no from zairyu_card where koshin_nichiji >= :?since
  union
  select f.gimusha_atena_no from kibetsu k
    join fuka f on f.fuka_nendo = k.fuka_nendo and f.soto_nendo = k.soto_nendo and f.tsuchisho_no = k.tsuchisho_no
    where k.koshin_nichiji >= :?since
  union
  select f.gimusha_atena_no from shuno s
    join fuka f on f.fuka_nendo = s.fuka_nendo and f.soto_nendo = s.soto_nendo and f.tsuchisho_no = s.tsuchisho_no
    where s.koshin_nichiji >= :?since
  union
  select atena_no from keika where koshin_nichiji >= :?since
)
select a.atena_no as payee_no,
       a.shimei_romaji as name_roman,
       a.shimei_kanji as name_kanji,
       a.seibetsu_code as sex_code,
       substring(a.seinengappi from 1 for 4) || '-' || substring(a.seinengappi from 5 for 2) || '-'
         || substring(a.seinengappi from 7 for 2) as birth_date,
       a.kokuseki_mei as nationality_region,
       case a.juki_kubun when 0 then 'JAPANESE' when 1 then 'MID_LONG_TERM' when 2 then 'SPECIAL_PERMANENT'
         when 3 then 'TEMP_REFUGE' when 4 then 'PROVISIONAL_STAY' when 5 then 'BIRTH_TRANSITIONAL'
         when 6 then 'NATIONALITY_LOSS_TRANSITIONAL' end as register_category,
       c.card_no as residence_card_number,
       case when c.meigi_atena_no = a.atena_no then 1 else 0 end as card_is_own,
       a.zairyu_shikaku as status_of_residence,
       a.zairyu_kikan as period_of_stay,
       a.zairyu_kigen as stay_expires_on,
       case a.jumin_jotai when 1 then 'RESIDENT' when 2 then 'MOVED_OUT' when 3 then 'DEPARTED'
         when 4 then 'DECEASED' when 5 then 'NATURALISED' end as resident_state,
       a.ido_bi as resident_state_on,
       case a.gisei_setainushi when 1 then 0 else 1 end as head_insured,
       a.setainushi_henko_bi as head_changed_on,
       a.shien_sochi as protected_person,
       a.tokubetsu_jijo as special_circumstances,
       k.fuka_nendo as levy_year,
       k.soto_nendo as attributable_year,
       k.kibetsu as instalment_no,
       k.tsuchisho_no as notice_no,
       k.nokigen as due_on,
       case when k.jotai = 1 then 'CANCELLED' when k.jotai = 2 then 'TIME_BARRED' when k.jotai = 3 then 'WRITTEN_OFF'
         when k.shuno_gaku >= k.chotei_gaku then 'PAID'
         when k.jotai = 4 then 'DEFERRED' when k.jotai = 5 then 'SUSPENDED'
         when k.shuno_gaku > 0 then 'PARTLY_PAID' else 'UNPAID' end as instalment_state,
       k.jiko_kansei_bi as limitation_on,
       k.shinsa_seikyu as disputed
from atena a
left join zairyu_card c on c.atena_no = a.atena_no and c.shikko_bi is null
join fuka f on f.gimusha_atena_no = a.atena_no
join kibetsu k on k.fuka_nendo = f.fuka_nendo and k.soto_nendo = f.soto_nendo and k.tsuchisho_no = f.tsuchisho_no
where k.taino = 1 and a.atena_no in (select atena_no from changed)
order by payee_no

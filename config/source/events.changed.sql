-- The dated work on the arrears, of everyone about whom anything changed. Notes and amounts stay where they are.
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
select k2.atena_no as payee_no,
       'K' || cast(k2.keika_no as varchar(12)) as event_no,
       k2.keika_code as event_kind,
       k2.keika_bi as happened_on,
       upper(k2.gengo) as language,
       k2.zaisan_code as asset,
       k2.kekka_code as outcome,
       cast(null as smallint) as levy_year,
       cast(null as smallint) as attributable_year,
       cast(null as smallint) as instalment_no,
       cast(null as varchar(12)) as notice_no
from keika k2
where k2.atena_no in (select atena_no from changed)
union all
select f2.gimusha_atena_no,
       'T' || cast(t.fuka_nendo as varchar(4)) || '-' || cast(t.soto_nendo as varchar(4)) || '-' || t.tsuchisho_no
         || '-' || cast(t.kibetsu as varchar(2)),
       'REMINDER', t.tokusoku_bi, cast(null as char(2)), cast(null as varchar(12)), cast(null as varchar(15)),
       t.fuka_nendo, t.soto_nendo, t.kibetsu, t.tsuchisho_no
from kibetsu t
join fuka f2 on f2.fuka_nendo = t.fuka_nendo and f2.soto_nendo = t.soto_nendo and f2.tsuchisho_no = t.tsuchisho_no
where t.tokusoku_bi is not null and f2.gimusha_atena_no in (select atena_no from changed)
order by payee_no

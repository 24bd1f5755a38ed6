-- Receipts, without amounts, of everyone about whom anything changed. See docs/source-contract.md.
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
select p.gimusha_atena_no as payee_no,
       r.fuka_nendo as levy_year,
       r.soto_nendo as attributable_year,
       r.kibetsu as instalment_no,
       r.tsuchisho_no as notice_no,
       r.ryoshu_bi as received_on,
       r.shunyu_bi as posted_on,
       r.kari_keshi as provisional,
       r.torikeshi_bi as reversed_on
from shuno r
join fuka p on p.fuka_nendo = r.fuka_nendo and p.soto_nendo = r.soto_nendo and p.tsuchisho_no = r.tsuchisho_no
where p.gimusha_atena_no in (select atena_no from changed)
order by payee_no

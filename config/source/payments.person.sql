-- The same for one person. See docs/source-contract.md.
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
where p.gimusha_atena_no = :?payee
order by payee_no

"""Local administrative organisations that the sample letters name, as the department's list knows them."""

from tests.letters.compose import Organisation

SUTHEP = Organisation(kind="เทศบาลตำบล", name="สุเทพ", district="เมืองเชียงใหม่")
MAE_HIA = Organisation(kind="เทศบาลเมือง", name="แม่เหียะ", district="เมืองเชียงใหม่")
KHUANG_PAO = Organisation(kind="องค์การบริหารส่วนตำบล", name="ข่วงเปา", district="จอมทอง")
PHRAE = Organisation(kind="เทศบาลเมือง", name="แพร่", district="เมืองแพร่")
SUAN_KHUEAN = Organisation(kind="เทศบาลตำบล", name="สวนเขื่อน", district="เมืองแพร่")
KRABI_PROVINCE = Organisation(kind="องค์การบริหารส่วนจังหวัด", name="กระบี่", district="เมืองกระบี่")
KRABI = Organisation(kind="เทศบาลเมือง", name="กระบี่", district="เมืองกระบี่")
PLAI_PHRAYA = Organisation(kind="เทศบาลตำบล", name="ปลายพระยา", district="ปลายพระยา")
AO_NANG = Organisation(kind="องค์การบริหารส่วนตำบล", name="อ่าวนาง", district="เมืองกระบี่")

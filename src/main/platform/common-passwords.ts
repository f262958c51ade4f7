/**
 * Passwords of at least eight signs that are tried first, in China and elsewhere; what follows a pattern (runs, repetitions, dates,
 * numbers of phones, walks over the keyboard) is found by password-rules.ts and does not stand here. Lower case.
 */
const common = new Set(
  `
147258369 147852369 159357456 159753456 789456123 123654789 741852963 963852741 951753852 123698745 987456321 321654987
11223344 1122334455 12344321 123454321 1234554321 12341234 123321123 123123123 112233445566 123456789a 123456789q 123456789z
12345678a 12345678q 1234567890a a12345678 a123456789 a1234567 a1234567890 aa123456 aa12345678 aa123456789 aaa123456 abc12345
abc123456 abc1234567 abc123456789 abcd1234 abcd12345 abcd123456 ab123456 as123456 asd12345 asd123456 asdf1234 asdf12345 qq123456
qq123456789 q1234567 q12345678 q123456789 qwe12345 qwe123456 qwer1234 qwer12345 qwert123 qwert1234 qwerty12 qwerty123 qwerty1234
qwerty12345 qwerty123456 w1234567 w12345678 w123456789 wang123456 wangwang wang1234 z1234567 z12345678 z123456789 zz123456 zxc12345
zxc123456 zxcv1234 zxcvbnm1 zxcvbnm12 zxcvbnm123 zaq12wsx zaq1xsw2 xsw21qaz 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4 q1w2e3r4t5
qweasdzxc qweasdzxc123 qazwsx123 qazwsx12 qazwsxedc123 1qazxsw2 2wsx3edc 1qaz2wsx3edc asdfasdf asdasdasd qweqweqwe qwerqwer zxczxczxc
5201314a 5201314520 520131400 52013140 a5201314 aa5201314 1314520a 13145200 1314520520 5211314a woaini520 woaini521 woaini123
woaini1314 woaini5201314 woaini123456 woaini12 woaiwojia woaiwoziji woaimama woaibaba woaimima woaizhongguo woshishei woshinibaba
woaini1314520 iloveyou iloveyou1 iloveyou2 iloveyou12 iloveyou123 iloveyou520 iloveyou1314 loveyou1314 love1314 love5201314 love520520
520woaini 1314woaini nihao123 nihao1234 nihao123456 nihaoma123 haohaoxuexi tiantianxiangshang wodemima mima1234 mima12345 mima123456
mimamima wobuzhidao buzhidao zhongguo zhonghua zhongguo123 beijing2008 beijing123 shanghai shanghai123 guangzhou shenzhen
jiangnan jiangsu123 hangzhou nanjing123 chengdu123 dearbook taobao123 tencent123 weixin123 wechat123 zhangwei zhangsan lisi1234
liuliuliu wangwei123 xiaoming zhang123 zhang123456 chen123456 liu123456 li123456 yang123456 huang123456 zhao123456
password password1 password12 password123 password1234 password123456 password! password01 passw0rd passw0rd1 passw0rd123 p@ssw0rd
p@ssw0rd1 p@ssw0rd123 p@ssword p@ssword1 p@55w0rd pa55word pa55w0rd pa$$w0rd pa$$word passwort passwords mypassword mypassword1
newpassword newpassword1 changeme changeme1 changeme123 changeit letmein1 letmein12 letmein123 letmeinnow welcome1 welcome12
welcome123 welcome1234 welcome2024 welcome2025 welcome2026 admin123 admin1234 admin12345 admin123456 admin888 admin8888 admin@123
admin@1234 administrator admin123! adminadmin root1234 root123456 rootroot toor1234 test1234 test12345 test123456 testtest
testing123 user1234 user123456 guest123 guest1234 default1 default123 temp1234 temppass temporary master123 master1234 manager1
manager123 manager1234 sales123 sales1234 sales888 boss1234 boss8888 company1 company123 office123 computer computer1 computer123
internet internet1 internet123 system123 server123 service1 service123 oracle123 sqlserver superuser superman superman1 superman123
batman123 spiderman spiderman1 starwars starwars1 princess princess1 princess123 sunshine sunshine1 sunshine123 football football1
football123 baseball baseball1 baseball123 basketball basketball1 softball1 hockey123 soccer123 liverpool liverpool1 chelsea1
arsenal1 barcelona realmadrid manchester juventus trustno1 trustnoone whatever whatever1 jennifer jessica1 michelle michael1
michael123 jonathan anthony1 charlie1 charlie123 danielle elizabeth victoria samantha christopher alexander alexander1 benjamin
nicholas1 patrick1 dragon123 dragon1234 monkey123 monkey1234 shadow123 shadow1234 killer123 hunter123 ranger123 cheese123 butterfly
butterfly1 chocolate chocolate1 cocacola cocacola1 strawberry blink182 metallica pokemon1 pokemon123 minecraft minecraft1 nintendo
playstation facebook1 google123 linkedin1 twitter1 youtube1 iphone123 samsung1 samsung123 huawei123 huawei1234 xiaomi123 lenovo123
mercedes mercedes1 mustang1 mustang123 corvette porsche1 porsche911 ferrari1 lamborghini maserati volkswagen volkswagen1 toyota123
toyota1234 honda123 honda1234 nissan123 hyundai1 bmw12345 audi1234 audi8888 benz1234 benz8888 geely123 changan123 haval123 chery123
byd12345 tesla123 tesla1234 dongfeng dongfeng1 zhanting zhanting1 zhanting123 showroom showroom1 showroom12 showroom123 showroom1234
cadence1 cadence123 xiaoshou xiaoshou1 xiaoshou123 xiaoshou888 jingli123 jingli888 guwen123 qianting qiantai123 qiantai1 mendian1
mendian123 benyue123 benyue1234 dealer123 dealership customer1 customer123 4sdian123 4s123456 qiche123 qiche888 car12345 car123456
freedom1 freedom123 forever1 forever123 friends1 lovely123 loveme123 lovelove lovelove1 loveyou1 loveyou2 loveyou123 babygirl
babygirl1 sweetheart beautiful beautiful1 angel123 angel1234 hello123 hello1234 hello12345 hello123456 helloworld hellokitty
happy123 happy1234 happyday lucky123 lucky888 lucky8888 money888 money8888 fortune8 88888888a 66666666a a88888888 a66666666 aa888888
888888aa 666666aa abc88888 abc888888 a1b2c3d4 a1b2c3d4e5 1a2b3c4d 1a2b3c4d5e a1s2d3f4 1a2s3d4f z1x2c3v4 1z2x3c4v abcdef123 abcdefg1
abcdefg123 abcdef12 abcdefgh1 aabbccdd aabbccddee zaqwsxcde zaqxswcde 12qwaszx 12qw34er qwaszx12 !qaz2wsx 1qaz@wsx !qaz@wsx
1qaz!qaz 123qweasd 123qweasdzxc 123qwe123 qwe123qwe 123asd123 asd123asd 1234qwer 12345qwert 123456qwerty 1234abcd 12345abc 123456abc
1234567a 1234567q 123456aa 123456ab 123456as 123456qq 123456zz 123456ok ok123456 00001111 11110000 11112222 22221111 12121212a 10203040
1020304050 13579246 24681357 13572468 1357924680 2468013579 31415926 314159265 27182818 86868686a 12348765 87654321a 98765432a
`
    .trim()
    .split(/\s+/),
)

/** Whether it is one of them, whatever the case. */
export const isCommonPassword = (password: string): boolean => common.has(password.toLowerCase())

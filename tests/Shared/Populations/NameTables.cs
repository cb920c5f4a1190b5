namespace IheRegistry.Tests.Shared.Populations;

/// <summary>Names to draw from, each with how often.</summary>
static class NameTables
{
    public static readonly (string Han, string Pinyin, int Weight)[] Surnames = Read(
        "王 wang 725 李 li 719 张 zhang 683 刘 liu 538 陈 chen 453 杨 yang 308 黄 huang 223 赵 zhao 229 吴 wu 205 周 zhou 212 徐 xu 167 孙 sun 154 " +
        "马 ma 129 朱 zhu 126 胡 hu 131 郭 guo 115 何 he 117 林 lin 118 高 gao 120 罗 luo 95 郑 zheng 93 梁 liang 84 谢 xie 72 宋 song 81 唐 tang 67 " +
        "许 xu 66 韩 han 68 邓 deng 62 冯 feng 64 曹 cao 57 彭 peng 58 曾 zeng 58 肖 xiao 56 田 tian 52 董 dong 52 潘 pan 50 袁 yuan 50 蔡 cai 47 " +
        "蒋 jiang 47 余 yu 48 于 yu 46 杜 du 46 叶 ye 42 程 cheng 43 魏 wei 43 苏 su 43 吕 lv 42 丁 ding 42 任 ren 42 卢 lu 41 姚 yao 40 沈 shen 40 " +
        "钟 zhong 39 姜 jiang 39 崔 cui 38 谭 tan 38 陆 lu 36 范 fan 36 汪 wang 35 廖 liao 34 石 shi 33 金 jin 33 韦 wei 31 贾 jia 31 夏 xia 31 " +
        "方 fang 30 邹 zou 29 熊 xiong 29 白 bai 28 孟 meng 27 秦 qin 27 单 shan 6 仇 qiu 5 解 xie 6 查 zha 5 翟 zhai 10 区 ou 4 盖 ge 2 " +
        "欧阳 ouyang 8 司马 sima 2 上官 shangguan 2 尉迟 yuchi 1 诸葛 zhuge 1");

    public static readonly (string Han, string Pinyin, int Weight)[] MenCharacters = Read(
        "伟 wei 60 强 qiang 45 磊 lei 40 军 jun 45 勇 yong 35 涛 tao 35 杰 jie 45 明 ming 60 超 chao 30 刚 gang 20 平 ping 35 辉 hui 25 鹏 peng 25 " +
        "建 jian 45 国 guo 45 华 hua 50 志 zhi 45 文 wen 45 斌 bin 25 波 bo 22 浩 hao 40 宇 yu 40 轩 xuan 25 子 zi 40 俊 jun 35 峰 feng 25 林 lin 25 " +
        "海 hai 30 龙 long 25 东 dong 25 晓 xiao 30 小 xiao 20 天 tian 15 泽 ze 15 铭 ming 10 博 bo 15 昊 hao 12 瑞 rui 12 家 jia 20 长 chang 8 乐 le 6 重 zhong 2 " +
        "行 xing 3 朝 chao 4 德 de 20 永 yong 18 玉 yu 12 金 jin 15 庆 qing 12 春 chun 15 新 xin 15 福 fu 10");

    public static readonly (string Han, string Pinyin, int Weight)[] WomenCharacters = Read(
        "芳 fang 50 娜 na 35 敏 min 45 静 jing 45 丽 li 60 艳 yan 35 娟 juan 25 霞 xia 28 秀 xiu 35 英 ying 40 兰 lan 30 玉 yu 35 梅 mei 28 红 hong 32 " +
        "玲 ling 28 燕 yan 25 丹 dan 20 萍 ping 25 华 hua 25 婷 ting 30 雪 xue 22 琳 lin 18 欣 xin 20 怡 yi 20 佳 jia 22 晓 xiao 28 小 xiao 20 月 yue 15 " +
        "桂 gui 15 凤 feng 18 春 chun 18 梓 zi 18 涵 han 18 诗 shi 12 雨 yu 18 莉 li 15 颖 ying 14 洁 jie 18 慧 hui 20 文 wen 18 思 si 14 倩 qian 12 云 yun 15 " +
        "淑 shu 15 珍 zhen 15 爱 ai 10 琴 qin 12 香 xiang 10 乐 le 6 美 mei 18");

    public static readonly (string Name, int Weight)[] WesternFamilies = ReadPlain(
        "Smith 83 Johnson 66 Williams 55 Brown 49 Jones 48 Garcia 40 Miller 39 Davis 38 Rodriguez 37 Martinez 36 Hernandez 35 Lopez 30 Wilson 27 Anderson 27 " +
        "Thomas 26 Taylor 26 Moore 25 Jackson 24 Martin 24 Lee 24 Thompson 23 White 22 Harris 21 Clark 19 Lewis 18 Robinson 18 Walker 18 Young 16 Allen 16 King 16 " +
        "Wright 16 Scott 15 Torres 15 Nguyen 15 Hill 15 Green 15 Adams 14 Nelson 14 Baker 14 Hall 14 Campbell 13 Mitchell 13 Carter 13 Roberts 13 Phillips 11 " +
        "Evans 11 Turner 10 Parker 10 Collins 10 Edwards 10 Stewart 10 Morris 9 Murphy 9 Cook 9 Rogers 9 Morgan 9 Cooper 9 Peterson 8 Reed 8 Bailey 8 Kelly 8 " +
        "Howard 8 Ward 7 Richardson 7 Watson 7 Brooks 7 Bennett 6 Gray 6 Hughes 6 Price 6 Müller 6 Schmidt 5 O'Neill 5 O'Brien 5 Núñez 4 Lefèvre 3 Kowalski 3 " +
        "Jørgensen 3 Åkesson 2 Weiß 2 Van Dijk 2 McDonald 6 MacGregor 2 Fitzgerald 3 Hoffmann 3 Novak 2 Ferrari 2 Rossi 3 Silva 5 Dubois 2 Andersson 2 Kaufmann 2");

    public static readonly (string Name, int Weight)[] WesternMen = ReadPlain(
        "James 150 John 148 Robert 145 Michael 140 William 110 David 115 Richard 75 Joseph 75 Thomas 70 Charles 65 Christopher 65 Daniel 60 Matthew 55 Anthony 45 " +
        "Mark 45 Paul 40 Steven 38 Andrew 38 Kenneth 35 Joshua 35 Kevin 35 Brian 35 George 35 Edward 30 Ronald 28 Timothy 28 Jason 30 Jeffrey 28 Ryan 28 Jacob 26 " +
        "Gary 22 Nicholas 26 Eric 24 Jonathan 24 Stephen 22 Larry 18 Justin 22 Scott 20 Brandon 20 Benjamin 22 Samuel 20 Gregory 18 Frank 16 Alexander 20 Patrick 16 " +
        "Jack 15 Dennis 14 Jerry 12 Tyler 14 Aaron 14 José 12 Henry 12 Adam 14 Nathan 12 Peter 12 Zachary 12 Kyle 12 Walter 8 Ethan 10 Sean 10 Carl 8 Jürgen 3 René 3");

    public static readonly (string Name, int Weight)[] WesternWomen = ReadPlain(
        "Mary 140 Patricia 70 Jennifer 75 Linda 65 Elizabeth 75 Barbara 60 Susan 50 Jessica 52 Sarah 50 Karen 45 Nancy 45 Lisa 42 Margaret 40 Betty 40 Sandra 38 " +
        "Ashley 38 Kimberly 37 Emily 37 Donna 36 Michelle 35 Carol 32 Amanda 32 Melissa 30 Deborah 30 Stephanie 28 Rebecca 28 Laura 26 Sharon 26 Cynthia 24 Kathleen 22 " +
        "Amy 24 Shirley 20 Angela 24 Helen 20 Anna 24 Brenda 20 Pamela 20 Nicole 22 Samantha 22 Katherine 22 Emma 20 Ruth 16 Christine 18 Catherine 16 Debra 14 " +
        "Rachel 18 Carolyn 14 Janet 14 Maria 20 Heather 16 Diane 12 Julie 14 Joyce 10 Victoria 14 Olivia 16 Kelly 12 Anne 10 Zoë 4 Chloé 4 Françoise 2 Hannah 14");

    /// <summary>Characters that were simplified, as older systems and those of Hong Kong and Taiwan send them.</summary>
    public const string Simplified = "张陈刘赵黄吴杨孙马罗郑谢韩冯邓叶苏卢姜钟谭陆贾邹许曾单区阳尉迟诸伟丽军杰强涛艳静兰龙凤华国红辉鹏轩长乐庆东晓云爱颖洁钱";
    public const string Traditional = "張陳劉趙黃吳楊孫馬羅鄭謝韓馮鄧葉蘇盧姜鍾譚陸賈鄒許曾單區陽尉遲諸偉麗軍傑強濤艷靜蘭龍鳳華國紅輝鵬軒長樂慶東曉雲愛穎潔錢";

    static (string Han, string Pinyin, int Weight)[] Read(string text) =>
        [.. text.Split(' ').Chunk(3).Select(c => (c[0], c[1], int.Parse(c[2])))];

    static (string Name, int Weight)[] ReadPlain(string text) =>
        [.. text.Replace("Van Dijk", "Van_Dijk").Split(' ').Chunk(2).Select(c => (c[0].Replace('_', ' '), int.Parse(c[1])))];
}
